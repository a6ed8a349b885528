using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reckon.Grading.Extraction;

/// <summary>Writes one rule as its name and several as a list of names, as descriptors do.</summary>
public sealed class ExtractionRulesConverter : JsonConverter<ExtractionRules>
{
    /// <inheritdoc/>
    public override ExtractionRules Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString() ?? throw new JsonException("A rule has a name.");
        }

        var names = ImmutableArray.CreateBuilder<string>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Rules are a name or a list of names.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            names.Add(reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : throw new JsonException("A rule has a name."));
        }

        return new ExtractionRules(names.ToImmutable());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ExtractionRules value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes <paramref name="rules"/> as a value.</summary>
    public static void Write(Utf8JsonWriter writer, ExtractionRules rules)
    {
        if (rules.Names is [var only])
        {
            writer.WriteStringValue(only);
            return;
        }

        writer.WriteStartArray();
        foreach (var name in rules.Names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
