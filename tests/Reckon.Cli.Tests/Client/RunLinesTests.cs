using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Contracts.Sweeps;

namespace Reckon.Cli.Tests.Client;

public sealed class RunLinesTests
{
    private static readonly SweepView _view = new(
        DateTimeOffset.UnixEpoch, "sweep", SweepPhase.Running, Trials: 10, Done: 4, Failed: 0, [], [], Tokens: 100, ProblemsRunning: 1, ProblemsNotRun: 0);

    [Fact]
    public void Tells_how_long_it_takes_and_from_what_that_was_reckoned() => Assert.Equal(
        ["about 00:01:20 left, 250 tokens/s, by the last minute"],
        RunLines.Of(_view with { Pace = new PaceView(PaceBasis.LastMinute, 250, 80) }));

    [Fact]
    public void Tells_that_all_that_is_counted_of_a_sweep_that_was_taken_up_was_found() =>
        Assert.Equal(["it was taken up, and nothing new has finished yet: all that is counted was found in the store"], RunLines.Of(_view with { IsTakenUp = true }));

    [Fact]
    public void Tells_nothing_of_a_sweep_that_does_not_run() => Assert.Empty(RunLines.Of(_view with { Phase = SweepPhase.Finished }));
}
