using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reckon.Inference.Bpe;

namespace Reckon.Inference.Folders;

/// <summary>Reads how a tokenizer cuts a text into pieces.</summary>
internal sealed class PreTokenizerReader(JsonFile file, FaultList faults)
{
    private const string Part = "pre_tokenizer";
    private static readonly string[] _known = ["Split", "ByteLevel", "Digits", "Metaspace", "Sequence"];

    /// <summary>The cutter; one that cuts nothing where there is none, or a fault.</summary>
    public PieceCutter Read() => Of(file.Root[Part]);

    private static PieceCutter Whole { get; } = (piece, _) => [piece];

    private PieceCutter Of(JsonNode? node)
    {
        switch (node is null ? null : JsonFile.TextOf(node, "type") ?? "")
        {
            case null:
                return Whole;
            case "Split":
                return Split(node!);
            case "ByteLevel":
                return PieceCutters.ByteLevel(Is(node!, "add_prefix_space", true), Is(node!, "use_regex", true));
            case "Digits":
                return PieceCutters.Digits(Is(node!, "individual_digits", false));
            case "Metaspace":
                // Older files say whether a space is added; newer ones say where.
                var scheme = JsonFile.TextOf(node!, "prepend_scheme") ?? (Is(node!, "add_prefix_space", true) ? "always" : "never");
                return PieceCutters.Metaspace(JsonFile.TextOf(node!, "replacement") ?? "▁", PlacesOf(scheme), Is(node!, "split", true));
            case "Sequence":
                return PieceCutters.Sequence([.. (node!["pretokenizers"] as JsonArray ?? []).Select(Of)]);
            case var type:
                faults.AddUnknownType(file.Name, Part, _known, type);
                return Whole;
        }
    }

    private PieceCutter Split(JsonNode node)
    {
        var (regex, text) = node["pattern"] is { } pattern ? (JsonFile.TextOf(pattern, "Regex"), JsonFile.TextOf(pattern, "String")) : default;
        var written = JsonFile.TextOf(node, "behavior");
        if ((regex ?? text) is not { Length: > 0 } || !Enum.TryParse<SplitBehavior>(written, out var behavior))
        {
            faults.Add(
                file.Name,
                $"a Split with a pattern and a behavior of {string.Join(", ", Enum.GetNames<SplitBehavior>())}, not '{written}'",
                "Convert the tokenizer, or add the behavior to Reckon.Inference.");
            return Whole;
        }

        try
        {
            var isInverted = Is(node, "invert", false);
            return regex is null ? PieceCutters.SplitAt(text!, behavior, isInverted) : PieceCutters.Split(regex, behavior, isInverted);
        }
        catch (RegexParseException fault)
        {
            faults.Add(file.Name, $"a pattern that .NET can read: {fault.Message}", "Rewrite the pattern.");
            return Whole;
        }
    }

    private static Predicate<PiecePlace> PlacesOf(string scheme) => scheme switch
    {
        "never" => _ => false,
        "first" => place => place == PiecePlace.Start,
        _ => place => place != PiecePlace.Within,
    };

    private static bool Is(JsonNode node, string name, bool otherwise) => node[name]?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => otherwise,
    };
}
