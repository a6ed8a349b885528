using Reckon.Cli.Output;

namespace Reckon.Cli.Tests.Output;

public sealed class TerminalTests
{
    [Theory]
    [InlineData(false, "xterm", null, true, true)]
    [InlineData(false, "xterm", "", true, true)]
    [InlineData(false, "xterm", "1", true, false)]
    [InlineData(false, "dumb", null, false, false)]
    [InlineData(true, "xterm", null, false, false)]
    [InlineData(false, null, null, true, true)]
    public void Follows_the_conventions(bool isRedirected, string? term, string? noColor, bool isInteractive, bool hasColor)
    {
        var terminal = Terminal.Of(TextWriter.Null, TextWriter.Null, isRedirected, name =>
            name == "TERM" ? term : name == "NO_COLOR" ? noColor : null);

        Assert.Equal((isInteractive, hasColor), (terminal.IsInteractive, terminal.HasColor));
    }
}
