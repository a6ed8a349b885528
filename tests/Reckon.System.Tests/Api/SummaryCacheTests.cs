using System.Text.Json;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;

namespace Reckon.System.Tests.Api;

public sealed class SummaryCacheTests : IDisposable
{
    private readonly SummaryCache _cache;
    private int _made;

    public SummaryCacheTests() => _cache = new SummaryCache(
        (id, _) =>
        {
            Interlocked.Increment(ref _made);
            return Task.FromResult(new SummaryView(default, id, SweepPhase.Running, 10, 1, default(JsonElement)));
        },
        new StepClock());

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task A_summary_is_made_once_however_many_ask()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync("a", Finished)));

        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task A_sweep_that_runs_has_one_of_some_seconds_ago()
    {
        await AskAsync("a", Running(1));
        await AskAsync("a", Running(2));

        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task A_sweep_that_has_ended_or_is_another_has_a_new_one()
    {
        await AskAsync("a", Running(1));
        await AskAsync("a", Finished);
        await AskAsync("a", Finished with { SpecHash = "amended" });

        Assert.Equal(3, _made);
    }

    [Fact]
    public async Task Few_are_kept()
    {
        for (var i = 0; i < 200; i++)
        {
            await AskAsync($"{i}", Finished);
        }

        await AskAsync("0", Finished);
        await AskAsync("199", Finished);

        Assert.Equal(201, _made); // The first was forgotten, the last was not.
    }

    private static SweepStatus Finished => Running(10) with { Phase = SweepPhase.Finished };

    private static SweepStatus Running(int done) => new(SweepPhase.Running, 10, done, 0, [], [], 0, 1, 0, 0);

    private Task<SummaryView> AskAsync(string id, SweepStatus status) => _cache.OfAsync(id, status, TestContext.Current.CancellationToken);

    /// <summary>A nanosecond passes with every look: on a busy machine the first might take longest, and be kept for it.</summary>
    private sealed class StepClock : TimeProvider
    {
        private long _now;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }
}
