using System.Text;
using System.Text.Json.Nodes;

namespace Reckon.Testing.Tokens;

/// <summary>
/// Small tokenizers in the format of <c>tokenizer.json</c>, with the parts of those that large models ship. Their merges are learnt from a
/// text of their own, always the same.
/// </summary>
public static class TinyTokenizers
{
    private const string Space = "▁";
    private const int Merges = 200;

    private const string QwenPattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    private const string LlamaPattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    // Of DeepSeek-V3: it tells symbols and punctuation from what is neither.
    private const string DeepSeekPattern =
        @"[!""#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    private const string Learnt = """
        Problem: Janet has 12 eggs and sells 3 of them every day for $2. How many eggs are left after 2 days?
        Step 1: The number of eggs that are sold is 3 * 2 = 6.

        Step 2: So there are 12 - 6 = 6 eggs left.

        #### 6
        ## Step 1: Compute the sum of the first ten numbers. ## Step 2: The answer is \boxed{55}.
        Let x be the number of apples. Then 2x + 5 = 17, so x = 6. Therefore, the answer is $\frac{1}{2}$.
        Don't forget: it's the café's naïve résumé, they've said, and we'll see that I'm right.

          Total:   100%  (one hundred percent)
        """;

    /// <summary>The kinds, by name.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["qwen", "llama3", "deepseek", "gpt2", "mistral", "gemma", "metaspace"];

    /// <summary>The marks of the byte-level kinds.</summary>
    public static IReadOnlyList<string> Marks { get; } = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"];

    /// <summary>The text of a <c>tokenizer.json</c> of a kind.</summary>
    public static string Of(string kind) => (kind switch
    {
        "qwen" => ByteLevel(Json("""{ "type": "NFC" }"""), Split(QwenPattern), ignoresMerges: false),
        "llama3" => ByteLevel(null, Split(LlamaPattern), ignoresMerges: true),
        "deepseek" => ByteLevel(null, Split(DeepSeekPattern), ignoresMerges: false),
        "gpt2" => ByteLevel(null, null, ignoresMerges: false),
        "mistral" => CharacterLevel(
            Json("""{ "type": "Sequence", "normalizers": [ { "type": "Prepend", "prepend": "▁" }, { "type": "Replace", "pattern": { "String": " " }, "content": "▁" } ] }"""),
            null, strips: true),
        "gemma" => CharacterLevel(
            Json("""{ "type": "Replace", "pattern": { "String": " " }, "content": "▁" }"""),
            Json("""{ "type": "Split", "pattern": { "String": " " }, "behavior": "MergedWithPrevious", "invert": false }"""), strips: false),
        "metaspace" => CharacterLevel(null, Json("""{ "type": "Metaspace", "replacement": "▁", "prepend_scheme": "first", "split": true }"""), strips: true),
        _ => throw new ArgumentException($"There is no kind '{kind}'.", nameof(kind)),
    }).ToJsonString();

    private static JsonObject ByteLevel(JsonNode? normalizer, JsonNode? split, bool ignoresMerges)
    {
        var byteLevel = $$"""{ "type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": {{(split is null ? "true" : "false")}} }""";
        string[] letters = [.. Enumerable.Range(0, 256).Select(value => Spell([(byte)value]))];
        var words = Words(Learnt).Select(word => Spell(Encoding.UTF8.GetBytes(word)));
        var (vocabulary, merges) = Learn(words, [.. letters.Order(StringComparer.Ordinal)]);
        return File(
            normalizer,
            split is null ? Json(byteLevel) : new JsonObject { ["type"] = "Sequence", ["pretokenizers"] = new JsonArray(split, Json(byteLevel)) },
            Json(byteLevel),
            Json(byteLevel),
            Model(vocabulary, merges, "null", fallsBack: false, ignoresMerges),
            [.. Marks.Select((mark, i) => (JsonNode)Added(vocabulary.Count + i, mark, isSpecial: true)), .. Others(vocabulary.Count + Marks.Count)]);
    }

    private static JsonObject CharacterLevel(JsonNode? normalizer, JsonNode? split, bool strips)
    {
        string[] marks = ["<unk>", "<s>", "</s>"];
        string[] bytes = [.. Enumerable.Range(0, 256).Select(value => $"<0x{value:X2}>")];
        var words = Words(Learnt).Select(word => word.Replace(" ", Space, StringComparison.Ordinal)).ToArray();
        var letters = words.SelectMany(word => word).Append(Space[0]).Distinct().Order().Select(letter => $"{letter}");
        var (vocabulary, merges) = Learn(words, [.. marks, .. bytes, .. letters]);
        var strip = strips ? """, { "type": "Strip", "content": " ", "start": 1, "stop": 0 }""" : "";
        return File(
            normalizer,
            split,
            null,
            Json($$"""{ "type": "Sequence", "decoders": [ { "type": "Replace", "pattern": { "String": "▁" }, "content": " " }, { "type": "ByteFallback" }, { "type": "Fuse" }{{strip}} ] }"""),
            Model(vocabulary, merges, "\"<unk>\"", fallsBack: true, ignoresMerges: false),
            [.. marks.Select((mark, i) => (JsonNode)Added(i, mark, isSpecial: true)), .. Others(vocabulary.Count)]);
    }

    private static JsonNode[] Others(int first) =>
    [
        Added(first, "<think>", isSpecial: false),
        Added(first + 1, "<<", isSpecial: false, "lstrip"),
        Added(first + 2, ">>", isSpecial: false, "rstrip"),
        Added(first + 3, "QED", isSpecial: false, "single_word"),
        Added(first + 4, "\n\n\n\n", isSpecial: false),
        Added(first + 5, "\n\n\n", isSpecial: false),
    ];

    private static JsonObject Added(int id, string content, bool isSpecial, string flag = "")
    {
        var token = new JsonObject { ["id"] = id, ["content"] = content, ["single_word"] = false, ["lstrip"] = false, ["rstrip"] = false, ["normalized"] = false, ["special"] = isSpecial };
        if (flag.Length > 0)
        {
            token[flag] = true;
        }

        return token;
    }

    private static JsonObject File(JsonNode? normalizer, JsonNode? split, JsonNode? post, JsonNode decoder, JsonNode model, JsonNode[] added) => new()
    {
        ["version"] = "1.0",
        ["truncation"] = null,
        ["padding"] = null,
        ["added_tokens"] = new JsonArray(added),
        ["normalizer"] = normalizer,
        ["pre_tokenizer"] = split,
        ["post_processor"] = post,
        ["decoder"] = decoder,
        ["model"] = model,
    };

    private static JsonNode Model(List<string> vocabulary, List<(string Left, string Right)> merges, string unknown, bool fallsBack, bool ignoresMerges)
    {
        var model = Json($$"""
            { "type": "BPE", "dropout": null, "unk_token": {{unknown}}, "continuing_subword_prefix": null, "end_of_word_suffix": null,
              "fuse_unk": {{(fallsBack ? "true" : "false")}}, "byte_fallback": {{(fallsBack ? "true" : "false")}}, "ignore_merges": {{(ignoresMerges ? "true" : "false")}} }
            """);
        model["vocab"] = new JsonObject(vocabulary.Select((piece, id) => KeyValuePair.Create(piece, (JsonNode?)id)));
        model["merges"] = new JsonArray([.. merges.Select(pair => (JsonNode)$"{pair.Left} {pair.Right}")]);
        return model;
    }

    private static (List<string> Vocabulary, List<(string Left, string Right)> Merges) Learn(IEnumerable<string> words, string[] pieces)
    {
        var split = words.Select(word => word.Select(letter => $"{letter}").ToList()).ToArray();
        var (vocabulary, merges) = (pieces.ToList(), new List<(string Left, string Right)>());
        while (merges.Count < Merges)
        {
            var best = split.SelectMany(word => word.Zip(word.Skip(1))).GroupBy(pair => pair)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.First + " " + group.Key.Second, StringComparer.Ordinal)
                .First().Key;
            merges.Add(best);
            vocabulary.Add(best.First + best.Second);
            foreach (var word in split)
            {
                for (var at = 0; at < word.Count - 1; at++)
                {
                    if ((word[at], word[at + 1]) == best)
                    {
                        word[at] += word[at + 1];
                        word.RemoveAt(at + 1);
                    }
                }
            }
        }

        return (vocabulary, merges);
    }

    // Each word with the white space before it.
    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(text[at - 1]))
            {
                yield return text[start..at];
                start = at;
            }
        }

        yield return text[start..];
    }

    private static string Spell(byte[] bytes) => string.Concat(bytes.Select(value =>
        value is >= 33 and <= 126 or >= 161 and <= 172 or >= 174 ? (char)value
        : (char)(256 + (value < 33 ? value : value < 161 ? value - 94 : 67))));

    private static JsonObject Split(string pattern) => new JsonObject
    {
        ["type"] = "Split",
        ["pattern"] = new JsonObject { ["Regex"] = pattern },
        ["behavior"] = "Isolated",
        ["invert"] = false,
    };

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
