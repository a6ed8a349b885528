using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>
/// Reads a <c>tokenizer.json</c> of the Hugging Face format. It refuses what it does not know by name: a tokenizer that is nearly right is
/// wrong.
/// </summary>
internal static class TokenizerFile
{
    private static readonly string[] _types = ["WordLevel", "BPE"];

    /// <summary>The tokenizer, or null when <paramref name="faults"/> says why there is none.</summary>
    public static ITokenizer? Read(JsonFile file, FaultList faults)
    {
        var type = file.Root["model"] is { } model ? JsonFile.TextOf(model, "type") : null;
        if (!_types.Contains(type))
        {
            faults.AddUnknownType(file.Name, "model", _types, type);
            return null; // Of another kind nothing else can be said.
        }

        ITokenizer? read = type == "BPE" ? new BytePairFile(file, faults).Read() : WordLevel(file, faults);
        return read is null ? null : new RememberingTokenizer(read);
    }

    private static WordLevelTokenizer? WordLevel(JsonFile file, FaultList faults)
    {
        var before = faults.Count;
        Refuse(file, faults, "normalizer", known: []);
        Refuse(file, faults, "pre_tokenizer", ["Split"]);
        Refuse(file, faults, "post_processor", ["TemplateProcessing"]); // The descriptor's prompt says what is put around a text.
        Refuse(file, faults, "decoder", ["Fuse"]);
        return faults.Count == before ? ReadWordLevel(file, faults) : null;
    }

    private static void Refuse(JsonFile file, FaultList faults, string part, string[] known)
    {
        if (file.Root[part] is { } node && JsonFile.TextOf(node, "type") is var type && !known.Contains(type))
        {
            faults.AddUnknownType(file.Name, part, known, type);
        }
    }

    private static WordLevelTokenizer? ReadWordLevel(JsonFile file, FaultList faults)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (piece, id) in file.Find("model.vocab") as JsonObject ?? [])
        {
            ids[piece] = JsonFile.IntegerOf(id) ?? -1;
        }

        var special = new List<int>();
        foreach (var added in file.Root["added_tokens"] as JsonArray ?? [])
        {
            if (added is not JsonObject fields
                || JsonFile.IntegerOf(fields["id"]) is not { } id
                || JsonFile.TextOf(fields, "content") is not { } content)
            {
                faults.Add(file.Name, "added tokens with an 'id' and a 'content'", "Export the tokenizer again.");
                continue;
            }

            ids[content] = id;
            special.Add(id);
            if (fields["special"]?.GetValueKind() != JsonValueKind.True)
            {
                faults.Add(file.Name, $"added tokens that are special, which '{content}' is not", "Move it into the vocabulary.");
            }
        }

        return Build(file, faults, ids, special);
    }

    private static WordLevelTokenizer? Build(JsonFile file, FaultList faults, Dictionary<string, int> ids, List<int> special)
    {
        if (ids.Count == 0 || ids.Values.Any(id => id < 0) || ids.Values.Distinct().Count() != ids.Count)
        {
            faults.Add(file.Name, "a vocabulary 'model.vocab' of pieces with ids from 0, each used once", "Export the tokenizer again.");
            return null;
        }

        var unknown = file.Root["model"] is { } model ? JsonFile.TextOf(model, "unk_token") : null;
        if (unknown is null || !ids.TryGetValue(unknown, out var unknownId))
        {
            faults.Add(file.Name, "'model.unk_token' that is in the vocabulary", "Name the token for unknown pieces.");
            return null;
        }

        return SplitOf(file, faults) is { } split ? new WordLevelTokenizer(ids, special, split, unknownId) : null;
    }

    private static SplitPattern? SplitOf(JsonFile file, FaultList faults)
    {
        var split = file.Root["pre_tokenizer"] as JsonObject;
        var regex = file.Find("pre_tokenizer.pattern") is { } pattern ? JsonFile.TextOf(pattern, "Regex") : null;
        var behavior = split is null ? null : JsonFile.TextOf(split, "behavior");
        if (regex is null || behavior != "Isolated" || split!["invert"]?.GetValueKind() == JsonValueKind.True)
        {
            faults.Add(
                file.Name,
                $"a pre-tokenizer that splits by a regular expression, with behavior 'Isolated' and not inverted, not '{behavior}'",
                "Convert the tokenizer, or add the behavior to Reckon.Inference.");
            return null;
        }

        try
        {
            return new SplitPattern(regex);
        }
        catch (RegexParseException fault)
        {
            faults.Add(file.Name, $"a pattern that .NET can read: {fault.Message}", "Rewrite the pattern.");
            return null;
        }
    }
}
