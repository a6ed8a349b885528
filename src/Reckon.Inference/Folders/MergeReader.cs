using System.Text.Json.Nodes;

namespace Reckon.Inference.Folders;

/// <summary>Reads the merges of a byte-pair vocabulary: texts of two pieces with a space between, or lists of two.</summary>
internal sealed class MergeReader(JsonFile file, FaultList faults)
{
    /// <summary>By the ids of both parts: the rank, and the id of what they become.</summary>
    public Dictionary<(int Left, int Right), (int Rank, int Id)> Read(Dictionary<string, int> vocabulary)
    {
        var merges = new Dictionary<(int Left, int Right), (int Rank, int Id)>();
        if (file.Find("model.merges") is not JsonArray entries)
        {
            return file.Missing("model.merges", "a list of pairs of pieces", merges);
        }

        foreach (var (rank, entry) in entries.Index())
        {
            if (PairOf(entry) is not var (left, right)
                || !vocabulary.TryGetValue(left, out var first)
                || !vocabulary.TryGetValue(right, out var second)
                || !vocabulary.TryGetValue(left + right, out var both))
            {
                faults.Add(
                    file.Name, $"'model.merges' of pieces that make a piece, which number {rank} does not", "Export the tokenizer again.");
                return merges;
            }

            merges[(first, second)] = (rank, both);
        }

        return merges;
    }

    private static (string Left, string Right)? PairOf(JsonNode? entry) => entry switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) && text.Split(' ') is [var left, var right] => (left, right),
        JsonArray { Count: 2 } pair when TextOf(pair[0]) is { } left && TextOf(pair[1]) is { } right => (left, right),
        _ => null,
    };

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
