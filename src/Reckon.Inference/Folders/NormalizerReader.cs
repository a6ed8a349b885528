using System.Text.Json.Nodes;
using Reckon.Inference.Bpe;
using Reckon.Search.Text;

namespace Reckon.Inference.Folders;

/// <summary>Reads what a tokenizer does to a text first.</summary>
internal sealed class NormalizerReader(JsonFile file, FaultList faults)
{
    private const string Part = "normalizer";
    private static readonly string[] _known = ["NFC", "Prepend", "Replace", "Sequence"];

    /// <summary>The normalizer; one that changes nothing where there is none, or a fault.</summary>
    public TextNormalizer Read() => Of(file.Root[Part]);

    private TextNormalizer Of(JsonNode? node)
    {
        switch (node is null ? null : JsonFile.TextOf(node, "type") ?? "")
        {
            case null:
                return (text, _) => text;
            case "NFC":
                return (text, _) => CanonicalText.Compose(text);
            case "Prepend":
                var prefix = JsonFile.TextOf(node!, "prepend") ?? "";
                return (text, place) => place == PiecePlace.Within ? text : prefix + text;
            case "Replace" when node!["pattern"] is { } pattern && JsonFile.TextOf(pattern, "String") is { Length: > 0 } replaced
                && JsonFile.TextOf(node, "content") is { } content:
                return (text, _) => text.Replace(replaced, content, StringComparison.Ordinal);
            case "Sequence":
                TextNormalizer[] steps = [.. (node!["normalizers"] as JsonArray ?? []).Select(Of)];
                return (text, place) => steps.Aggregate(text, (changed, step) => step(changed, place));
            case var type:
                faults.AddUnknownType(file.Name, Part, _known, type);
                return (text, _) => text;
        }
    }
}
