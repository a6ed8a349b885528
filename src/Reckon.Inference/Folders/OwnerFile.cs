using System.Text.Json.Nodes;

namespace Reckon.Inference.Folders;

/// <summary>What an owner says in <c>reckon.json</c>: little, but nothing that cannot be so, and nothing that is not understood.</summary>
internal sealed class OwnerFile(FactList facts, FaultList faults)
{
    /// <summary>Tokens that a text may have at most. Beyond any model; a larger number is damage.</summary>
    public const int LongestContext = 1 << 24;

    private const int ShortestContext = 32; // Less does not hold the text that a model is tried on.
    private const int LongestName = 200;
    private const int LongestDelimiter = 64; // As in a sweep file.

    private static readonly KnownKeys _known = new(
        ("", ["name", "version", "role", "contextTokens", "parameters", "step", "prompt", "verifier", "remote"]),
        ("step", ["delimiter"]),
        ("prompt", ["template", "system", "examples", "revise"]),
        ("verifier", ["layout"]),
        ("remote", ["url", "kind", "model", "concurrency", "keyVariable", "price", "patienceSeconds", "secondsPerToken", "repeatable", "route", "same"]),
        ("remote.price", ["currency", "prompt", "generated", "cached"]),
        ("remote.same", ["version", "sha256", "fingerprint"]));

    /// <summary>Refuses numbers out of range, texts that are none, and keys that nobody reads.</summary>
    public void Check()
    {
        Expect("contextTokens", node => IsNumber(node, ShortestContext, LongestContext), $"a whole number from {ShortestContext} to {LongestContext}");
        Expect("parameters", node => IsNumber(node, 1, 1L << 53), "a whole number from 1 to 2^53");
        Expect("name", node => IsText(node, LongestName), $"a text of 1 to {LongestName} characters");
        Expect("version", node => IsText(node, LongestName), $"a text of 1 to {LongestName} characters");
        Expect("step.delimiter", node => IsText(node, LongestDelimiter), $"a text of 1 to {LongestDelimiter} characters");
        Expect("role", node => IsText(node, LongestName) && node.GetValue<string>() is ("proposer" or "verifier"), "'proposer' or 'verifier'");
        Expect("prompt.system", node => IsText(node, int.MaxValue), "a text that is not empty");
        Expect("prompt.revise", node => IsText(node, int.MaxValue), "a text that is not empty");
        Expect("prompt.template", node => IsText(node, int.MaxValue), "a text that is not empty");
        Expect("verifier.layout", node => IsText(node, LongestName), "the name of a layout");
        Expect("verifier", _ => facts.TokenAt(ModelDescriptor.FileName, "role") == "verifier", "beside \"role\": \"verifier\"");
        _known.Check(facts.Root(ModelDescriptor.FileName) ?? [], faults);
    }

    private static bool IsNumber(JsonNode node, long least, long most) =>
        node is JsonValue value && value.TryGetValue<long>(out var number) && number >= least && number <= most;

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
