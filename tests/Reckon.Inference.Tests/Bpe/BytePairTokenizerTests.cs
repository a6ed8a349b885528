using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Reckon.Inference.Folders;
using Reckon.Testing.Tokens;

namespace Reckon.Inference.Tests.Bpe;

public sealed class BytePairTokenizerTests
{
    private static readonly string[] _marks = [.. TinyTokenizers.Marks, "<s>", "</s>", "<unk>"];

    public static TheoryData<string> Kinds => [.. TinyTokenizers.Kinds];

    /// <summary>Tokenizers.DotNet wraps the library of the format itself, so it is right by definition.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Encodes_odd_texts_as_the_library_of_the_format_does(string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.Is64BitProcess, "Tokenizers.DotNet has its native part for Linux only.");
        var path = Path.Combine(Directory.CreateTempSubdirectory("reckon-tokens-").FullName, "tokenizer.json");
        File.WriteAllText(path, TinyTokenizers.Of(kind));
        using var oracle = new Tokenizers.DotNet.Tokenizer(path);
        var tokenizer = TinyTokenizer.Open(kind);

        // Of a text that spells a mark the library makes one, and ours does not.
        OddTexts.Known.Where(text => !_marks.Any(mark => text.Contains(mark, StringComparison.Ordinal))).Sample(text =>
        {
            var expected = oracle.Encode(text);
            Assert.Equal(expected.Select(id => (int)id), tokenizer.Encode(text));
            Assert.Equal(oracle.Decode(expected), Stripped(kind, tokenizer.Decode([.. expected.Select(id => (int)id)])));
        }, iter: 1500);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_text_spells_a_mark(string kind)
    {
        var tokenizer = TinyTokenizer.Open(kind);
        foreach (var mark in _marks.Where(mark => tokenizer.TryGetId(mark, out _)))
        {
            var text = $"a {mark}b{mark}";

            Assert.DoesNotContain(tokenizer.Encode(text), tokenizer.IsSpecial);
            Assert.Equal(2, tokenizer.EncodeMarked(text).Count(tokenizer.IsSpecial));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_in_two_parts_has_the_bytes_of_the_whole(string kind)
    {
        var tokenizer = TinyTokenizer.Open(kind);

        Gen.Select(OddTexts.All, OddTexts.All).Where((first, _) => first.Length > 0).Sample((first, second) =>
        {
            var whole = tokenizer.Decode(tokenizer.Encode(first + "\n").AsSpan()) + tokenizer.Decode(tokenizer.EncodeContinuation(second).AsSpan());
            int[] ids = [.. tokenizer.Encode(first + "\n"), .. tokenizer.EncodeContinuation(second)];

            Assert.Equal(whole, tokenizer.Decode(ids));
            Assert.Equal(Encoding.UTF8.GetString([.. ids.SelectMany(id => tokenizer.BytesOf(id).ToArray())]), tokenizer.Decode(ids));
        }, iter: 300);
    }

    [Theory]
    [InlineData("qwen", "6 eggs\n\nStep")]
    [InlineData("mistral", "6 eggs\n\nStep")]
    [InlineData("mistral", " 6 eggs")]
    [InlineData("gemma", "😀 é\n")]
    public void What_goes_on_keeps_its_text(string kind, string text)
    {
        var tokenizer = TinyTokenizer.Open(kind);

        Assert.Equal(text, tokenizer.Decode(tokenizer.EncodeContinuation(text).AsSpan()));
    }

    [Fact]
    public void A_byte_without_a_token_leaves_the_others_theirs()
    {
        var tokenizer = TinyTokenizer.Open("gemma", root =>
        {
            var vocabulary = root["model"]!["vocab"]!.AsObject(); // As Gemma 2 has it.
            var id = vocabulary["<0x09>"]!.GetValue<int>();
            vocabulary.Remove("<0x09>");
            vocabulary["\t"] = id;
        });

        Assert.Equal("ॺ\t😀", tokenizer.Decode(tokenizer.Encode("ॺ\t😀").AsSpan()));
    }

    [Fact]
    public void A_character_may_lie_across_tokens()
    {
        var tokenizer = TinyTokenizer.Open("llama3");
        var ids = tokenizer.Encode("😀");

        Assert.True(ids.Length > 1);
        Assert.Equal("\uFFFD", tokenizer.Decode(ids.AsSpan()[..1]));
        Assert.Equal("😀", tokenizer.Decode(ids.AsSpan()));
    }

    [Theory]
    [InlineData("qwen", "normalizer", """{ "type": "NFKC" }""", "'normalizer' of a known type (NFC, Prepend, Replace, Sequence), not 'NFKC'")]
    [InlineData("qwen", "normalizer", "5", "'normalizer' of a known type")]
    [InlineData("qwen", "pre_tokenizer", """{ "type": "Bert" }""", "'pre_tokenizer' of a known type (Split, ByteLevel, Digits, Metaspace, Sequence), not 'Bert'")]
    [InlineData("qwen", "pre_tokenizer", """{ "type": "Split", "pattern": { "Regex": "(" }, "behavior": "Isolated" }""", "a pattern that .NET can read")]
    [InlineData("qwen", "pre_tokenizer", """{ "type": "Split", "pattern": { "Regex": "a" }, "behavior": "Contiguous" }""", "not 'Contiguous'")]
    [InlineData("qwen", "pre_tokenizer", "null", "a way to spell every text")]
    [InlineData("qwen", "post_processor", """{ "type": "Roberta" }""", "'post_processor' of a known type")]
    [InlineData("qwen", "decoder", "null", "a 'decoder'")]
    [InlineData("qwen", "decoder", """{ "type": "WordPiece" }""", "'decoder' of a known type")]
    [InlineData("qwen", "model.dropout", "0.1", "'model.dropout' to be empty or null")]
    [InlineData("qwen", "model.vocab", """{ "a": -1 }""", "pieces with ids from 0 to")]
    [InlineData("qwen", "model.vocab", """{ "a": 2000000000 }""", "pieces with ids from 0 to")]
    [InlineData("qwen", "model.vocab", """{ "a": 0 }""", "a piece for every byte")]
    [InlineData("mistral", "model.unk_token", "\"~\"", "'model.unk_token' to be a piece")]
    [InlineData("qwen", "model.merges", """[ "a" ]""", "which number 0 does not")]
    [InlineData("qwen", "model.merges", """[ ["a", "ĠĠĠĠĠ"] ]""", "which number 0 does not")]
    [InlineData("qwen", "model.merges", "7", "'model.merges' to be a list")]
    [InlineData("qwen", "added_tokens", """[ { "id": 3 } ]""", "an 'id' and a 'content'")]
    public void Says_what_it_cannot_read(string kind, string place, string json, string expected)
    {
        var faults = new FaultList();
        Assert.Null(TinyTokenizer.Read(kind, faults, root =>
        {
            var keys = place.Split('.');
            (keys.Length == 1 ? root : root[keys[0]])![keys[^1]] = JsonNode.Parse(json);
        }));

        Assert.Contains(expected, Assert.Throws<ModelLoadException>(() => faults.ThrowIfAny("folder")).Message, StringComparison.Ordinal);
    }

    private static string Stripped(string kind, string text) =>
        kind is "mistral" or "metaspace" && text.StartsWith(' ') ? text[1..] : text;
}
