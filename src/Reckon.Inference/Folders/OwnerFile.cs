using System.Text.Json.Nodes;

namespace Reckon.Inference.Folders;

/// <summary>What an owner says in <c>reckon.json</c>: little, but nothing that cannot be so.</summary>
internal sealed class OwnerFile(FactList facts, FaultList faults)
{
    private const int LongestName = 200;
    private const int LongestDelimiter = 64; // As in a sweep file.

    /// <summary>Refuses numbers out of range, and texts that are none.</summary>
    public void Check()
    {
        Expect("contextTokens", IsCount, "a whole number from 1 to 2^53");
        Expect("parameters", IsCount, "a whole number from 1 to 2^53");
        Expect("name", node => IsText(node, LongestName), $"a text of 1 to {LongestName} characters");
        Expect("version", node => IsText(node, LongestName), $"a text of 1 to {LongestName} characters");
        Expect("step.delimiter", node => IsText(node, LongestDelimiter), $"a text of 1 to {LongestDelimiter} characters");
        Expect("role", node => IsText(node, LongestName) && node.GetValue<string>() is ("proposer" or "verifier"), "'proposer' or 'verifier'");
    }

    private static bool IsCount(JsonNode node) => node is JsonValue value && value.TryGetValue<long>(out var number) && number is >= 1 and <= 1L << 53;

    private static bool IsText(JsonNode node, int longest) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length >= 1 && text.Length <= longest;

    private void Expect(string key, Func<JsonNode, bool> isRight, string expected)
    {
        if (facts.Find(ModelDescriptor.FileName, key) is { } said && !isRight(said))
        {
            faults.Add(ModelDescriptor.FileName, $"'{key}' to be {expected}", "Correct it, or leave it out.");
        }
    }
}
