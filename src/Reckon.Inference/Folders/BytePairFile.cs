using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reckon.Inference.Bpe;

namespace Reckon.Inference.Folders;

/// <summary>Reads a <c>tokenizer.json</c> whose model is byte-pair encoding.</summary>
internal sealed class BytePairFile(JsonFile file, FaultList faults)
{
    private const int MostTokens = 1 << 22; // Sixteen times the largest vocabulary in use; a larger id is a damaged file.

    /// <summary>The tokenizer, or null when there are faults.</summary>
    public BytePairTokenizer? Read()
    {
        var before = faults.Count;
        RefuseOptions();
        var (vocabulary, added) = (Vocabulary(), Added());
        var normalize = new NormalizerReader(file, faults).Read();
        var cut = new PreTokenizerReader(file, faults).Read();
        var bytesOf = new DecoderReader(file, faults).Read();
        file.CheckTypes("post_processor", "processors", ["TemplateProcessing", "ByteLevel"]);
        if (faults.Count > before)
        {
            return null;
        }

        var rules = new MergeRules(UnknownOf(vocabulary), Flag("fuse_unk"), Flag("byte_fallback"), Flag("ignore_merges"));
        CheckSpelling(vocabulary, rules);
        var merges = new MergeReader(file, faults).Read(vocabulary);
        return faults.Count > before
            ? null
            : new BytePairTokenizer(new BytePairParts(
                vocabulary, added, normalize, cut, new MergeTable(vocabulary, merges, rules), BytesOf(vocabulary, added, bytesOf)));
    }

    private bool Flag(string name) => file.Find($"model.{name}")?.GetValueKind() == JsonValueKind.True;

    private void RefuseOptions()
    {
        foreach (var option in (string[])["continuing_subword_prefix", "end_of_word_suffix", "dropout"])
        {
            if (file.Find($"model.{option}") is { } value && !(value is JsonValue text && text.TryGetValue<string>(out var empty) && empty.Length == 0))
            {
                file.Missing($"model.{option}", "empty or null: no other value is supported", 0);
            }
        }
    }

    private Dictionary<string, int> Vocabulary()
    {
        var (ids, used) = (new Dictionary<string, int>(StringComparer.Ordinal), new HashSet<int>());
        foreach (var (piece, node) in file.Find("model.vocab") as JsonObject ?? [])
        {
            if (JsonFile.IntegerOf(node) is not (>= 0 and < MostTokens and var id) || !used.Add(id))
            {
                return file.Missing("model.vocab", $"pieces with ids from 0 to {MostTokens - 1}, each used once", ids);
            }

            ids[piece] = id;
        }

        return ids.Count > 0 ? ids : file.Missing("model.vocab", "an object of pieces with their ids", ids);
    }

    private ImmutableArray<AddedToken> Added()
    {
        var added = ImmutableArray.CreateBuilder<AddedToken>();
        foreach (var node in file.Root["added_tokens"] as JsonArray ?? [])
        {
            if (node is not JsonObject fields
                || JsonFile.IntegerOf(fields["id"]) is not (>= 0 and < MostTokens and var id)
                || JsonFile.TextOf(fields, "content") is not { Length: > 0 } content)
            {
                return file.Missing("added_tokens", "a list of tokens, each with an 'id' and a 'content' that is not empty", added.ToImmutable());
            }

            bool Is(string name) => fields[name]?.GetValueKind() == JsonValueKind.True;
            added.Add(new AddedToken(id, content, Is("special"))
            {
                StripsLeft = Is("lstrip"),
                StripsRight = Is("rstrip"),
                IsWholeWord = Is("single_word"),
                IsNormalized = Is("normalized"),
            });
        }

        return added.ToImmutable();
    }

    private int? UnknownOf(Dictionary<string, int> vocabulary)
    {
        if (file.Find("model.unk_token") is not JsonValue value || !value.TryGetValue<string>(out var unknown))
        {
            return null;
        }

        return vocabulary.TryGetValue(unknown, out var id)
            ? id
            : file.Missing<int?>("model.unk_token", "a piece of 'model.vocab'", null);
    }

    // A vocabulary that lacks a byte would leave characters out of a prompt without a word.
    private void CheckSpelling(Dictionary<string, int> vocabulary, MergeRules rules)
    {
        var isByteLevel = file.Types("pre_tokenizer", "pretokenizers").Contains("ByteLevel");
        var missing = Enumerable.Range(0, 256).Where(IsOfUtf8).Select(value => isByteLevel
                ? $"{ByteAlphabet.LetterOf((byte)value)}"
                : MergeTable.NameOf((byte)value))
            .FirstOrDefault(name => !vocabulary.ContainsKey(name));
        var needsAll = isByteLevel || rules.FallsBackToBytes;
        if (needsAll && missing is not null && rules.Unknown is null)
        {
            faults.Add(file.Name, $"'model.vocab' to hold a piece for every byte, and there is none for '{missing}'", "Export the tokenizer again.");
        }

        if (!needsAll && rules.Unknown is null)
        {
            faults.Add(
                file.Name, "a way to spell every text: a ByteLevel pre-tokenizer, 'byte_fallback', or an 'unk_token'",
                "Convert the tokenizer to a byte-level one.");
        }
    }

    private static bool IsOfUtf8(int value) => value is not (0xC0 or 0xC1 or >= 0xF5);

    private static TokenBytes BytesOf(
        Dictionary<string, int> vocabulary, ImmutableArray<AddedToken> added, Func<string, byte[]> bytesOf)
    {
        var size = vocabulary.Values.Concat(added.Select(token => token.Id)).Max() + 1;
        var all = new byte[size][];
        Array.Fill(all, []);
        foreach (var (piece, id) in vocabulary)
        {
            all[id] = bytesOf(piece);
        }

        foreach (var token in added)
        {
            all[token.Id] = token.IsSpecial ? [] : bytesOf(token.Content);
        }

        return new TokenBytes(all);
    }
}
