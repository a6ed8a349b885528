using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running;

public sealed class DeadlineTests
{
    private static readonly SimulatedSearch _search = new() { FinishChances = [0] };

    [Fact]
    public async Task What_had_ended_when_the_time_was_over_is_the_result()
    {
        var inTime = await _search.RunAsync(new BeamSearch(4, 2, maxRounds: 2));
        var gate = new WatchedGate(Budget.Unlimited);

        var result = await RunAsync(gate, hangingRound: 3);

        Assert.Equal(SearchEnd.TimeExhausted, result.End);
        Assert.Equal(inTime.Tree.Nodes.AsEnumerable(), result.Tree.Nodes);
        Assert.Equal(inTime.Cost, result.Cost);
        Assert.Equal(Amounts.Of(inTime.Cost, default), gate.Ledger.Settled);
    }

    [Fact]
    public async Task Time_that_is_over_in_the_first_round_leaves_nothing()
    {
        var result = await RunAsync(new WatchedGate(Budget.Unlimited), hangingRound: 1);

        Assert.Equal((SearchEnd.TimeExhausted, 0), (result.End, result.Tree.Rounds));
    }

    [Fact]
    public async Task A_search_that_ends_in_time_is_what_it_is_without_a_limit()
    {
        using var deadline = new CancellationTokenSource();

        var result = await new SearchRunner(_search.Expander, new WatchedGate(Budget.Unlimited))
            .RunAsync(Some.Task(new BestOfN(4)), deadline.Token, TestContext.Current.CancellationToken);

        Assert.Equal((await _search.RunAsync(new BestOfN(4))).Tree.Nodes.AsEnumerable(), result.Tree.Nodes);
        Assert.Equal(SearchEnd.Completed, result.End);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_has_no_result_though_its_time_is_over_too()
    {
        using var deadline = new CancellationTokenSource();
        await deadline.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SearchRunner(_search.Expander, new WatchedGate(Budget.Unlimited))
            .RunAsync(Some.Task(new BestOfN(4)), deadline.Token, new CancellationToken(canceled: true)));
    }

    private static async Task<SearchResult> RunAsync(WatchedGate gate, int hangingRound)
    {
        using var deadline = new CancellationTokenSource();
        var expander = new Hanging(_search.Expander, hangingRound);
        var running = new SearchRunner(expander, gate).RunAsync(
            Some.Task(new BeamSearch(4, 2)) with { Price = _search.Price }, deadline.Token, TestContext.Current.CancellationToken);
        await expander.Hangs;
        Assert.False(running.IsCompleted);
        await deadline.CancelAsync();
        return await running;
    }

    // Answers until a round, by the depth of its prefixes, and then waits to be cancelled.
    private sealed class Hanging(INodeExpander inner, int round) : INodeExpander
    {
        private readonly TaskCompletionSource _hangs = new();

        public Task Hangs => _hangs.Task;

        public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
        {
            if (request.Prefix.Steps.Length + 1 == round)
            {
                _hangs.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await inner.ExpandAsync(request, cancellationToken);
        }
    }
}
