using System.Text.Json.Nodes;
using Reckon.Inference.Folders;
using Reckon.Inference.Tokens;
using Reckon.Testing.Tokens;

namespace Reckon.Inference.Tests.Bpe;

/// <summary>Opens the small tokenizers.</summary>
internal static class TinyTokenizer
{
    public static ITokenizer Open(string kind, Action<JsonNode>? change = null)
    {
        var faults = new FaultList();
        var tokenizer = Read(kind, faults, change);
        faults.ThrowIfAny(kind);
        return tokenizer!;
    }

    public static ITokenizer? Read(string kind, FaultList faults, Action<JsonNode>? change = null)
    {
        var root = JsonNode.Parse(TinyTokenizers.Of(kind))!.AsObject();
        change?.Invoke(root);
        return TokenizerFile.Read(new JsonFile("tokenizer.json", root, faults), faults);
    }
}
