using Reckon.Cli.Output;
using Spectre.Console;

namespace Reckon.Cli.Tests.Output;

public sealed class FullScreenTests
{
    [Fact]
    public void A_picture_replaces_the_one_before_and_what_stood_there_comes_back()
    {
        using var written = new StringWriter();
        var size = (Width: 20, Height: 5);
        using (var screen = new FullScreen(new Terminal(TextWriter.Null, written, IsInteractive: true), () => size))
        {
            screen.Show((width, height) => new Text($"{width}x{height}\nx"));
            size = (40, 10);
            screen.Show((width, height) => new Text($"{width}x{height}"));
        }

        Assert.Equal(
            "\u001b[?1049h\u001b[?25l\u001b[?7l" + "\u001b[H20x5\u001b[K\r\nx\u001b[K\u001b[J" + "\u001b[H40x10\u001b[K\u001b[J"
            + "\u001b[?7h\u001b[?25h\u001b[?1049l",
            written.ToString());
    }
}
