using CsCheck;
using Reckon.Inference.Folders;
using Reckon.Inference.Tests.Folders;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Tests.Tokens;

public sealed class WordLevelTokenizerTests : IDisposable
{
    private readonly FolderOnDisk _disk = new();
    private readonly ITokenizer _tokenizer;

    public WordLevelTokenizerTests() => _tokenizer = ModelFolder.Read(_disk.Path).Tokenizer;

    [Theory]
    [InlineData("", "")]
    [InlineData("x is 1\n", "9 6 3 5 4")] // A space alone is unknown here; " is" is a word with its space.
    [InlineData("#### 1", "7 5")]
    [InlineData("##### 1", "8 7 5")]
    [InlineData("#1", "8 5")]
    [InlineData("\U0001F600x", "3 9")] // One character, though two units of UTF-16.
    [InlineData("</s>", "3 3 3 3")] // A text cannot spell a mark.
    public void Cuts_text_as_its_file_says(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', _tokenizer.Encode(text)));

    [Theory]
    [InlineData("x is 1\n", 1, 1)] // A space alone.
    [InlineData("1 is", 0, 0)]
    [InlineData("1 wonderful\U0001F600", 2, 11)]
    [InlineData("</s>", 4, 4)]
    public void Counts_what_it_does_not_know(string text, long words, long characters) =>
        Assert.Equal(new UnknownText(words, characters), _tokenizer.FindUnknown(text));

    [Fact]
    public void Decodes_what_it_encodes_when_it_knows_all_pieces() =>
        Gen.Int[0, 2].List[0, 30].Sample(pieces =>
        {
            var text = string.Concat(pieces.Select(piece => ((string[])["1", " is1", "\n"])[piece]));
            return _tokenizer.Decode(_tokenizer.Encode(text).AsSpan()) == text;
        });

    [Fact]
    public void Survives_half_a_character() => Assert.Equal([3, 9], _tokenizer.Encode("\uD83Dx").AsEnumerable());

    [Fact]
    public void Leaves_marks_off_when_it_decodes() => Assert.Equal("x1", _tokenizer.Decode([1, 9, 5, 2]));

    [Fact]
    public void Never_takes_text_for_a_mark() =>
        Gen.String.Sample(text => _tokenizer.Encode($"<s>{text}</s>").All(id => id >= 3));

    public void Dispose() => _disk.Dispose();
}
