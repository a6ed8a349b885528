using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Output;
using Reckon.Contracts.Sweeps;
using Spectre.Console;

namespace Reckon.Cli.Tests.Client;

public sealed class WatchPictureTests
{
    private static readonly SweepView _view = new(default, "mine", SweepPhase.Stopped, 1_200, 300, 2, [], [], 4_567, 7, 0)
    {
        Share = 0.25,
        Pace = new PaceView(PaceBasis.LastMinute, 890, 61.2),
        Waits = ["no worker \u001b[2Jserves it"],
        Runs = [new RunView("beam n=4", "best", 10, 20, 0.7, 0.6, 0.8), new RunView("beam n=4", "weighted", 10, 20, 0.75, 0.65, 0.85)],
    };

    [Fact]
    public void The_picture_tells_how_far_how_fast_how_right_and_why_nothing_happens()
    {
        var text = Drawn();
        Assert.All(
            ["mine  paused", "25.0 %, 300 of 1,200 trials, about 00:01:01 left", "2 trials failed", "4,567 tokens", "890 tokens/s",
                "70.0 [60.0, 80.0]", "75.0 [65.0, 85.0]", "2026-01-02 03:04:05 paused by olga: too warm"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Foreign_text_is_spelled() => Assert.Contains("no worker \\u{1b}[2Jserves it", Drawn(), StringComparison.Ordinal);

    private static string Drawn()
    {
        using var written = new StringWriter();
        var console = LiveConsole.On(new Terminal(written, written));
        console.Profile.Width = 120;
        var when = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        console.Write(WatchPicture.Of(_view, [new SweepEvent(when, SweepEventKind.Paused, "olga", "too warm")]));
        return written.ToString();
    }
}
