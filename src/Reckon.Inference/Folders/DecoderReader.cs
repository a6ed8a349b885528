using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Reckon.Inference.Bpe;

namespace Reckon.Inference.Folders;

/// <summary>Reads what the tokens of a tokenizer stand for.</summary>
/// <remarks>A text that goes on is never stripped of its first space: that is for whole texts, and a model writes after a prompt.</remarks>
internal sealed class DecoderReader(JsonFile file, FaultList faults)
{
    private const string Part = "decoder";
    private static readonly string[] _known = ["ByteLevel", "ByteFallback", "Metaspace", "Replace", "Fuse", "Strip", "Sequence"];

    /// <summary>The bytes of a piece by its spelling in the vocabulary.</summary>
    public Func<string, byte[]> Read()
    {
        var steps = new List<Func<string, string>>();
        var (isByteLevel, fallsBack) = (false, false);
        foreach (var node in Steps(file.Root[Part]))
        {
            switch (JsonFile.TextOf(node, "type"))
            {
                case "ByteLevel":
                    isByteLevel = true;
                    break;
                case "ByteFallback":
                    fallsBack = true;
                    break;
                case "Metaspace":
                    var mark = JsonFile.TextOf(node, "replacement") is { Length: > 0 } named ? named : "▁";
                    steps.Add(piece => piece.Replace(mark, " ", StringComparison.Ordinal));
                    break;
                case "Replace" when node["pattern"] is { } pattern && JsonFile.TextOf(pattern, "String") is { Length: > 0 } replaced
                    && JsonFile.TextOf(node, "content") is { } content:
                    steps.Add(piece => piece.Replace(replaced, content, StringComparison.Ordinal));
                    break;
                case "Fuse" or "Strip":
                    break;
                case var type:
                    faults.AddUnknownType(file.Name, Part, _known, type);
                    break;
            }
        }

        return piece => isByteLevel ? Spelled(piece)
            : fallsBack && ByteOf(piece) is { } value ? [value]
            : Encoding.UTF8.GetBytes(steps.Aggregate(piece, (text, step) => step(text)));
    }

    private IEnumerable<JsonNode> Steps(JsonNode? node)
    {
        if (node is null)
        {
            faults.Add(file.Name, "a 'decoder': without one the format puts spaces between all tokens", "Export the tokenizer again.");
            return [];
        }

        return JsonFile.TextOf(node, "type") == "Sequence" ? (node["decoders"] as JsonArray ?? []).OfType<JsonNode>() : [node];
    }

    private static byte[] Spelled(string piece)
    {
        var bytes = new byte[piece.Length];
        for (var i = 0; i < piece.Length; i++)
        {
            if (ByteAlphabet.ByteOf(piece[i]) is >= 0 and var value)
            {
                bytes[i] = (byte)value;
            }
            else
            {
                return Encoding.UTF8.GetBytes(piece); // An added token in plain text.
            }
        }

        return bytes;
    }

    private static byte? ByteOf(string piece) =>
        piece.Length == 6 && piece.StartsWith("<0x", StringComparison.Ordinal) && piece[5] == '>'
        && byte.TryParse(piece.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
