using System.Collections.Immutable;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Output;
using Reckon.Contracts.Sweeps;

namespace Reckon.Cli.Tests.Client;

public sealed class WatchScreenTests
{
    private static readonly ImmutableArray<RunView> _runs =
    [
        .. from run in Enumerable.Range(0, 30)
           from selection in (string[])["majority", "best/min", "best/last", "weighted/min", "weighted/last"]
           select new RunView($"a strategy with a long name n={run} width=4", selection, 10, 20, run / 40.0, 0.1, 0.9),
    ];

    private static readonly SweepView _view = new(
        default, "mine", SweepPhase.Running, 1_200, 300, 2, [new FailureView("p1", 3, "the worker \u001b[2J is gone")], [], 4_567, 7, 0)
    {
        Share = 0.25,
        Pace = new PaceView(PaceBasis.LastMinute, 890, 61.2),
        Waits = ["no worker serves it"],
        Runs = _runs,
    };

    private static readonly ImmutableArray<SweepEvent> _events =
    [
        .. Enumerable.Range(0, 20).Select(i => new SweepEvent(new DateTimeOffset(2026, 1, 2, 3, 4, i, TimeSpan.Zero), SweepEventKind.Paused, "olga", $"reason {i}")),
    ];

    [Theory, InlineData(80, 24), InlineData(200, 50), InlineData(40, 10), InlineData(20, 3), InlineData(300, 100)]
    public void The_picture_fits_any_terminal(int width, int height)
    {
        var lines = Lines(width, height);
        Assert.InRange(lines.Length, 1, height);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void A_small_terminal_shows_the_runs_that_fit_and_how_many_are_left_out()
    {
        var text = string.Join('\n', Lines(80, 24));
        Assert.All(
            ["mine  running", "25.0 %, 300 of 1,200 trials, about 00:01:01 left", "890 tokens/s", "nothing runs: no worker serves it",
                "weighted/last", "runs more", "reason 19", "\\u{1b}[2J", "Ctrl-C leaves"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_large_terminal_shows_all_of_them_with_the_best_marked()
    {
        var text = string.Join('\n', Lines(200, 60));
        Assert.All(["majority", "best/min", "weighted/last", "reason 12", "* a strategy with a long name n=29"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("runs more", text, StringComparison.Ordinal);
    }

    private static string[] Lines(int width, int height)
    {
        using var written = new StringWriter { NewLine = "\n" };
        var console = LiveConsole.On(new Terminal(written, written));
        console.Profile.Width = width;
        console.Write(WatchScreen.Of(_view, _events, width, height));
        return [.. written.ToString().TrimEnd('\n').Split('\n').Select(line => Escapes().Replace(line, ""))];
    }

    private static System.Text.RegularExpressions.Regex Escapes() => new("\u001b\\[[0-9;?]*[A-Za-z]");
}
