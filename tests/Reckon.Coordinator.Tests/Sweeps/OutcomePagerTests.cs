using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Stores;
using Reckon.Coordinator.Sweeps;
using Reckon.Coordinator.Tests.Stores;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class OutcomePagerTests
{
    private static readonly SweepKey _sweep = new("sweep", "hash");
    private readonly OutcomeStore _store = new(new MemoryRecordStore());

    private OutcomePager Pager => new(_store, _sweep, ["b", "a", "c"], trials: 3);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(100)]
    public async Task Pages_of_any_size_give_the_outcomes_in_the_order_of_problems_and_trials(int most)
    {
        await _store.AddAsync(_sweep, "a", SomeOutcome.Stored(2, n: 12), SomeOutcome.Stored(0, n: 10));
        await _store.AddAsync(_sweep, "b", SomeOutcome.Stored(1, n: 1), SomeOutcome.Stored(0, n: 2), SomeOutcome.Stored(2, n: 3));
        List<string> read = [];

        for (OutcomeCursor? next = new OutcomeCursor(); next is { } from;)
        {
            var page = await Pager.ReadAsync(from, most);
            Assert.InRange(page.Outcomes.Length, 0, most);
            read.AddRange(page.Outcomes);
            next = page.Next;
        }

        Assert.Equal(((int[])[2, 1, 3, 10, 12]).Select(n => SomeOutcome.Stored(0, n).Document), read);
    }

    [Theory, InlineData(-1, 0), InlineData(0, -1), InlineData(0, 3)]
    public Task A_place_that_is_none_is_refused(int problem, int trial) =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pager.ReadAsync(new OutcomeCursor(problem, trial)));

    [Fact]
    public async Task After_the_last_problem_there_is_nothing() =>
        Assert.Equal((0, null), ((await Pager.ReadAsync(new OutcomeCursor(3, 0))).Outcomes.Length, (await Pager.ReadAsync(new OutcomeCursor(3, 0))).Next));
}
