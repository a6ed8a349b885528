using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running.Asynchronous;

public sealed class AsynchronousSearchTests
{
    private static readonly SimulatedSearch _endless = new() { FinishChances = [0] };
    private static readonly ISearchStrategy _dvts = Some.Strategy(DiverseVerifierTreeSearch.Definition, 8, ("width", 4), ("maxRounds", 6));

    [Fact]
    public async Task A_subtree_goes_on_to_its_end_while_the_draw_of_its_sibling_is_held()
    {
        using var search = AfterFirstRound(Some.Task(_dvts));
        Assert.Equal([1, 1], search.Held.Select(draw => draw.Depth));

        var sibling = search.Held[0];
        search.Answer(search.Held[1]);
        Assert.Equal([1, 2], search.Held.Select(draw => draw.Depth));
        search.AnswerAllBut(sibling);

        Assert.Equal([sibling], search.Held);
        Assert.Equal(4, search.Early);
        search.AnswerAllBut();
        Assert.Equal((await _endless.RunAsync(_dvts)).Tree.Nodes.AsEnumerable(), (await search.EndAsync()).Tree.Nodes);
    }

    [Fact]
    public void A_synchronous_search_waits_for_every_draw_of_a_round()
    {
        using var search = AfterFirstRound(Some.Task(_dvts), isAsynchronous: false);

        search.AnswerAllBut(search.Held[0]);

        Assert.Equal([1], search.Held.Select(draw => draw.Depth));
        Assert.Equal(0, search.Early);
    }

    // Of the beam's nine places the two children of the prefix that is missing take two at most, and then four.
    [Fact]
    public async Task A_beam_goes_on_with_what_keeps_its_place_whatever_its_sibling_brings()
    {
        var beam = new BeamSearch(18, 2, maxRounds: 4);
        using var search = AfterFirstRound(Some.Task(beam));
        var sibling = search.Held[^1];

        while (search.Held.Any(draw => draw.Depth == 1 && draw != sibling))
        {
            search.Answer(search.Held.First(draw => draw.Depth == 1 && draw != sibling));
        }

        Assert.Equal(7, search.Held.Count(draw => draw.Depth == 2));
        while (search.Held.Any(draw => draw.Depth == 2))
        {
            search.Answer(search.Held.First(draw => draw.Depth == 2));
        }

        Assert.Equal(5, search.Held.Count(draw => draw.Depth == 3));
        search.AnswerAllBut();
        Assert.Equal((await _endless.RunAsync(beam)).Tree.Nodes.AsEnumerable(), (await search.EndAsync()).Tree.Nodes);
    }

    [Fact]
    public void A_beam_waits_where_the_children_of_one_prefix_could_take_all_its_places()
    {
        using var search = AfterFirstRound(Some.Task(new BeamSearch(16, 4)));

        search.AnswerAllBut(search.Held[^1]);

        Assert.Equal(0, search.Early);
    }

    // Its children can score no more than it: what scores more than the prefix that is missing keeps its place.
    [Fact]
    public void A_beam_that_ranks_by_the_least_score_goes_on_with_all_that_is_above_what_is_missing()
    {
        using var search = AfterFirstRound(Some.Task(new BeamSearch(16, 4, ranking: Aggregation.Min)));

        search.AnswerAllBut(search.Held[^1]);

        Assert.InRange(search.Early, 4, int.MaxValue);
    }

    [Fact]
    public void The_shares_of_one_tree_wait_for_all_its_prefixes_and_those_of_a_subtree_for_its_own()
    {
        using var one = AfterFirstRound(Some.Task(Some.Strategy(Rebase.Definition, 12, ("maxRounds", 4))));
        using var four = AfterFirstRound(Some.Task(Some.Strategy(Rebase.Definition, 12, ("subtrees", 4), ("maxRounds", 4))));

        one.AnswerAllBut(one.Held[0]);
        four.AnswerAllBut(four.Held[0]);

        Assert.Equal(0, one.Early);
        Assert.InRange(four.Early, 6, int.MaxValue); // Two rounds of three subtrees.
    }

    [Fact]
    public async Task A_budget_that_may_not_cover_two_whole_rounds_lets_nothing_be_drawn_early()
    {
        var first = RoundBound.OfFirst(new WholeRounds(_dvts), Some.Sampling(), _endless.Price, Some.Problem()).Tokens;
        using var search = AfterFirstRound(Some.Task(_dvts), new Budget(Tokens: first + 50));

        search.AnswerAllBut(search.Held[0]);

        Assert.Equal(0, search.Early);
        search.AnswerAllBut();
        Assert.NotEqual(SearchEnd.Completed, (await search.EndAsync()).End);
    }

    [Fact]
    public async Task When_its_time_is_over_what_was_drawn_early_is_dropped_and_the_rounds_that_had_ended_are_settled()
    {
        using var search = AfterFirstRound(Some.Task(_dvts));
        search.AnswerAllBut(search.Held[0]);

        search.EndTime();

        var result = await search.EndAsync();
        Assert.Equal((SearchEnd.TimeExhausted, 1), (result.End, result.Tree.Rounds));
        Assert.Equal(Amounts.Of(result.Cost, _endless.Price.Sizes), search.Ledger.Settled);
        Assert.Empty(search.Held);
    }

    [Fact]
    public async Task Rounds_that_were_not_settled_because_later_ones_were_reserved_are_when_the_time_is_over()
    {
        using var search = AfterFirstRound(Some.Task(_dvts));
        search.Answer(search.Held[1]);
        search.Answer(search.Held[0]);
        var before = search.Ledger.Settled;

        search.EndTime();

        var result = await search.EndAsync();
        Assert.Equal(2, result.Tree.Rounds);
        Assert.True(before.Tokens < result.Cost.Tokens);
        Assert.Equal(Amounts.Of(result.Cost, _endless.Price.Sizes), search.Ledger.Settled);
    }

    [Fact]
    public async Task A_draw_that_fails_ends_the_search_and_leaves_nothing_in_flight()
    {
        using var search = AfterFirstRound(Some.Task(_dvts));
        search.Answer(search.Held[1]);

        search.Fail(search.Held[0], "broken");

        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(search.EndAsync)).Message);
        Assert.Empty(search.Held);
    }

    [Fact]
    public async Task A_draw_that_fails_early_ends_the_search_when_its_round_comes()
    {
        using var search = AfterFirstRound(Some.Task(_dvts));
        var sibling = search.Held[0];
        search.Answer(search.Held[1]);

        search.Fail(search.Held[1], "broken");

        Assert.Equal([sibling], search.Held);
        search.AnswerAllBut();
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(search.EndAsync)).Message);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_leaves_nothing_in_flight()
    {
        using var search = AfterFirstRound(Some.Task(_dvts));
        search.Answer(search.Held[1]);

        search.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(search.EndAsync);
        Assert.Empty(search.Held);
    }

    [Theory]
    [InlineData(1, 3)] // It takes the children of the second prefix, which come first, for those of the first.
    [InlineData(0, 4)] // It plans another round after its last.
    public async Task A_strategy_that_plans_ahead_what_no_round_holds_is_told_so(int first, int round)
    {
        using var search = AfterFirstRound(Some.Task(new Rash()));
        search.Answer(search.Held[first]);

        search.AnswerAllBut();

        Assert.Equal(
            $"The strategy planned an expansion ahead that its round {round} does not hold.",
            (await Assert.ThrowsAsync<InvalidOperationException>(search.EndAsync)).Message);
    }

    [Fact]
    public async Task A_strategy_that_cannot_plan_ahead_runs_its_rounds_one_after_the_other()
    {
        var revise = Some.Strategy(Revise.Definition, 8, ("chains", 4));
        using var search = HeldSearch.Start(_endless with { FinishChances = [0.5] }, Some.Task(revise) with { IsAsynchronous = true });

        search.AnswerAllBut();

        Assert.Equal((await (_endless with { FinishChances = [0.5] }).RunAsync(revise)).Tree.Nodes.AsEnumerable(), (await search.EndAsync()).Tree.Nodes);
    }

    private static HeldSearch AfterFirstRound(SearchTask task, Budget? budget = null, bool isAsynchronous = true)
    {
        var search = HeldSearch.Start(_endless, task with { IsAsynchronous = isAsynchronous }, budget);
        search.Answer(search.Held[0]);
        return search;
    }

    // Continues the first two prefixes of a round, and takes the first two that come for them.
    private sealed record Rash : IAsynchronousStrategy
    {
        public int Generations => 4;

        public IReadOnlyList<Expansion> Plan(SearchTree tree) => tree.IsEmpty
            ? [new Expansion(SearchTree.Root, 4, Extent.Step)]
            : tree.Rounds == 3 ? [] : First(tree);

        public IReadOnlyList<Expansion> PlanAhead(SearchTree tree, int wholeRounds) => First(tree);

        private static IReadOnlyList<Expansion> First(SearchTree tree) =>
            [.. tree.NodesOfRound(tree.Rounds).Take(2).Select(node => new Expansion(node.Id, 2, Extent.Step))];
    }
}
