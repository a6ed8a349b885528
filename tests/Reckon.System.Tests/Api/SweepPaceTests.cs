using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;

namespace Reckon.System.Tests.Api;

public sealed class SweepPaceTests
{
    private static readonly DateTimeOffset _start = DateTimeOffset.UnixEpoch;

    private readonly SweepPace _pace = new();

    [Fact]
    public void What_was_restored_says_nothing_about_the_rest()
    {
        // 100 of 1,000 were there before; 100 more took 10 s, so 800 take 80 s.
        var pace = PaceView.SinceStart(Figures(work: 200, restored: 100, tokens: 4_000, seconds: 10));

        Assert.Equal(new PaceView(PaceBasis.SinceStart, 200, 80), pace);
    }

    [Fact]
    public void Who_has_watched_for_some_seconds_is_told_the_pace_of_the_last_minute()
    {
        _pace.Of(Figures(work: 100, tokens: 1_000, seconds: 100), _start);

        var pace = _pace.Of(Figures(work: 500, tokens: 3_000, seconds: 110), _start.AddSeconds(10));

        Assert.Equal(new PaceView(PaceBasis.LastMinute, 200, 12.5), pace);
    }

    [Fact]
    public void Only_the_last_minute_counts()
    {
        for (var second = 0; second <= 200; second++)
        {
            _pace.Of(Figures(work: second, tokens: 0, seconds: second), _start.AddSeconds(second));
        }

        Assert.Equal(800, _pace.Of(Figures(work: 200, tokens: 0, seconds: 201), _start.AddSeconds(200)).SecondsLeft!.Value, 20.0);
    }

    [Fact]
    public void A_coordinator_that_begins_anew_begins_anew_here()
    {
        _pace.Of(Figures(work: 900, tokens: 9_000, seconds: 100), _start);

        var pace = _pace.Of(Figures(work: 900, restored: 890, tokens: 9_000, seconds: 10), _start.AddSeconds(10));

        Assert.Equal(PaceBasis.SinceStart, pace.Basis);
        Assert.Equal(100, pace.SecondsLeft);
    }

    [Theory]
    [InlineData(SweepPhase.Stopped, 500)]
    [InlineData(SweepPhase.Running, 0)]
    public void Nobody_knows_how_long_a_sweep_takes_that_does_not_get_on(SweepPhase phase, long work) =>
        Assert.Null(PaceView.SinceStart(Figures(work, tokens: 0, seconds: 10, phase: phase)).SecondsLeft);

    [Theory]
    [InlineData(SweepPhase.Running, 100, true, true)]
    [InlineData(SweepPhase.Running, 99, false, true)]
    [InlineData(SweepPhase.Finished, 100, false, false)]
    public void A_sweep_that_runs_has_a_pace_and_tells_whether_all_that_is_counted_was_found(
        SweepPhase phase, long restored, bool isTakenUp, bool hasPace)
    {
        var figures = Figures(work: 100, tokens: 0, seconds: 10, restored, phase);

        var view = SweepView.Of("sweep", figures, PaceView.SinceStart(figures), _start);

        Assert.Equal((isTakenUp, hasPace), (view.IsTakenUp, view.Pace is not null));
    }

    private static SweepFigures Figures(
        long work, long tokens, double seconds, long restored = 0, SweepPhase phase = SweepPhase.Running) => new(
        new SweepStatus(phase, 10, 1, 0, [], [], tokens, 1, work, restored), [], TotalWork: 1_000, TimeSpan.FromSeconds(seconds));
}
