using System.Text.Json;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Writes only what says something: a sweep that does not name a key keeps the hash that it had before there was such a key.</summary>
internal static class HashedValues
{
    /// <summary>Writes a number, and nothing for null.</summary>
    public static void WriteUnlessNull(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    /// <summary>Writes a number, and nothing for null.</summary>
    public static void WriteUnlessNull(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    /// <summary>Writes a number, and nothing where it is <paramref name="plain"/>.</summary>
    public static void WriteUnless(this Utf8JsonWriter writer, string name, double value, double plain)
    {
        if (value != plain)
        {
            writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes texts in one order, and nothing where there are none.</summary>
    public static void WriteTexts(this Utf8JsonWriter writer, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(key);
        foreach (var text in texts.Order(StringComparer.Ordinal))
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
