using Reckon.Testing;

namespace Reckon.Search.Tests.Testing;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "")]
    [InlineData("a\nb\nc", "a\nc", "  a\n- b\n  c")]
    [InlineData("a\nc", "a\nb\nc", "  a\n+ b\n  c")]
    [InlineData("a\nb", "a\nx", "  a\n- b\n+ x")]
    [InlineData("a", "b", "- a\n+ b")]
    [InlineData("a\nb\nc", "c\na\nb", "+ c\n  a\n  b\n- c")]
    public void Shows_what_goes_and_what_comes(string before, string after, string diff) => Assert.Equal(diff, LineDiff.Of(before, after));
}
