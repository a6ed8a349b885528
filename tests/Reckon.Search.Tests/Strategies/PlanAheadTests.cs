using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

/// <summary>What is certain of a round when only a part of the one before has come.</summary>
public sealed class PlanAheadTests
{
    private static readonly SearchTree _first = Some.First(Some.Child(0, 0.9), Some.Child(1, 0.8), Some.Child(2, 0.1), Some.Child(3, 0.1));

    [Fact]
    public void A_beam_that_ranks_by_the_last_score_reckons_with_a_perfect_one()
    {
        var come = _first.Add([Children(1)], [[Some.Child(0, 0.99), Some.Child(1, 0.9)]]);

        Assert.Empty(Beam(Aggregation.Last).PlanAhead(come, wholeRounds: 1));
    }

    [Fact]
    public void A_beam_that_ranks_by_the_least_score_reckons_with_that_of_the_prefix_that_is_missing()
    {
        var come = _first.Add([Children(1)], [[Some.Child(0, 0.7), Some.Child(1, 0.95)]]);

        Assert.Equal([Children(6)], Beam(Aggregation.Min).PlanAhead(come, wholeRounds: 1));
    }

    [Fact]
    public void Of_equal_scores_the_child_of_the_prefix_that_is_planned_first_keeps_its_place()
    {
        var equal = Some.First(Some.Child(0, 0.8), Some.Child(1, 0.8), Some.Child(2, 0.1), Some.Child(3, 0.1));
        var ofFirst = equal.Add([Children(1)], [[Some.Child(0, 0.9), Some.Child(1, 0.9)]]);
        var ofSecond = equal.Add([Children(2)], [[Some.Child(0, 0.9), Some.Child(1, 0.9)]]);

        Assert.Equal([Children(5), Children(6)], Beam(Aggregation.Min).PlanAhead(ofFirst, wholeRounds: 1));
        Assert.Empty(Beam(Aggregation.Min).PlanAhead(ofSecond, wholeRounds: 1));
    }

    [Fact]
    public void A_finished_prefix_leaves_less_room_and_has_no_children_to_wait_for()
    {
        var first = Some.First(Some.Child(0, 0.9, Ending.Finished), Some.Child(1, 0.8), Some.Child(2, 0.1), Some.Child(3, 0.1));
        var second = first.Add([Children(2)], [[Some.Child(0, 0.3), Some.Child(1, 0.4)]]);

        Assert.Equal([Children(6)], Beam(Aggregation.Last).PlanAhead(second, wholeRounds: 1));
    }

    [Fact]
    public void Children_that_a_budget_did_not_cover_are_not_waited_for()
    {
        var second = _first.Add([Children(1)], [[Some.Child(0, 0.7), Some.Child(1, 0.6)]]);

        Assert.Equal([Children(5), Children(6)], Beam(Aggregation.Last).PlanAhead(second, wholeRounds: 2));
    }

    [Fact]
    public void A_subtree_goes_on_that_has_come_and_others_stand_where_they_are()
    {
        var dvts = (IAsynchronousStrategy)Some.Strategy(DiverseVerifierTreeSearch.Definition, 4, ("width", 2), ("maxRounds", 3));
        var second = _first.Add([Children(3)], [[Some.Child(0, 0.3), Some.Child(1, 0.4)]]);
        var third = second.Add([Children(6)], [[Some.Child(0, 0.3), Some.Child(1, 0.4)]]);

        Assert.Equal([Children(6)], dvts.PlanAhead(second, wholeRounds: 1));
        Assert.Empty(dvts.PlanAhead(third, wholeRounds: 1));
    }

    private static BeamSearch Beam(Aggregation ranking) => new(4, 2, ranking: ranking);

    private static Expansion Children(int node) => new(node, 2, Extent.Step);
}
