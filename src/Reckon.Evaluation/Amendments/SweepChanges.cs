using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Amendments;

/// <summary>Compares what two sweeps mean.</summary>
public static class SweepChanges
{
    /// <summary>The keys in which two sweeps differ, by name; lists are compared whole.</summary>
    /// <param name="before">The <see cref="SweepHash.Canonical"/> of the first.</param>
    /// <param name="after">That of the second.</param>
    /// <exception cref="JsonException">One of them is none.</exception>
    public static ImmutableArray<SweepChange> Between(string before, string after)
    {
        var (old, now) = (Flat(before), Flat(after));
        return
        [
            .. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
                .Select(key => new SweepChange(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Flat(string canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("", document.RootElement, values);
        return values;
    }

    private static void Add(string path, JsonElement value, Dictionary<string, string> values)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            values[path] = value.GetRawText();
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            Add(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value, values);
        }
    }
}
