using System.Text;
using CsCheck;
using Reckon.Evaluation.Files;

namespace Reckon.Evaluation.Tests.Files;

public sealed class Utf8LinesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a|")]
    [InlineData("a\n", "a|")]
    [InlineData("a\nb", "a|b|")]
    [InlineData("\n\na\n\n", "||a||")]
    public void A_line_ends_at_a_line_feed_or_with_the_file(string text, string lines) => Assert.Equal(lines, Read(text, 4));

    [Fact]
    public void However_little_is_read_at_once_the_lines_are_the_same() =>
        Gen.Select(Gen.OneOf(Gen.Const(""), Gen.Const("a"), Gen.Const("bc"), Gen.Const("ä€😀"), Gen.Const(new string('x', 40))).List[0, 20], Gen.Int[1, 50]).Sample((lines, size) =>
        {
            var text = string.Concat(lines.Select(line => $"{line}\n"));
            Assert.Equal(string.Concat(lines.Select(line => $"{line}|")), Read(text, size));
        });

    private static string Read(string text, int size)
    {
        using var lines = new Utf8Lines(new MemoryStream(Encoding.UTF8.GetBytes(text)), size);
        var read = new StringBuilder();
        while (lines.TryRead(out var line))
        {
            read.Append(Encoding.UTF8.GetString(line)).Append('|');
        }

        return read.ToString();
    }
}
