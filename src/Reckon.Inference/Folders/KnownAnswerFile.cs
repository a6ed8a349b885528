using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Reckon.Inference.Folders;

/// <summary>Reads <c>known-answer.json</c>: <c>{ "tolerance", "texts": [ { "ids", "logits" or "scores" } ] }</c>.</summary>
internal static class KnownAnswerFile
{
    public const string FileName = "known-answer.json";

    public static KnownAnswer? Read(JsonFile file)
    {
        var texts = (file.Root["texts"] as JsonArray ?? []).Select(TextOf).ToArray();
        if (texts.Length == 0 || texts.Any(text => text is null))
        {
            return file.Missing<KnownAnswer?>("texts", "a list of 'ids' with 'logits' or 'scores', at least one", null);
        }

        return file.Root["tolerance"] is JsonValue value && value.TryGetValue<double>(out var tolerance) && tolerance > 0
            ? new KnownAnswer(tolerance, [.. texts.OfType<KnownText>()])
            : file.Missing<KnownAnswer?>("tolerance", "a number above 0", null);
    }

    private static KnownText? TextOf(JsonNode? node)
    {
        var fields = node as JsonObject;
        var ids = Values<int>(fields?["ids"]);
        var expected = Values<float>(fields?["logits"] ?? fields?["scores"]);
        return ids.IsEmpty || expected.IsEmpty ? null : new KnownText(ids, expected);
    }

    private static ImmutableArray<T> Values<T>(JsonNode? node)
    {
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var item in node as JsonArray ?? [])
        {
            if (item is not JsonValue value || !value.TryGetValue<T>(out var number))
            {
                return [];
            }

            values.Add(number);
        }

        return values.ToImmutable();
    }
}
