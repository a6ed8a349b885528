using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class DiverseVerifierTreeSearchTests
{
    [Fact]
    public async Task Two_subtrees_of_width_three_grow_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Dvts(6, 3))).Tree));

    [Fact]
    public void Starts_with_as_many_first_steps_as_its_subtrees_draw() =>
        Assert.Equal([new Expansion(SearchTree.Root, 8, Extent.Step)], Dvts(10, 4).Plan(SearchTree.Empty));

    [Fact]
    public void Continues_the_best_of_each_subtree_though_another_has_better_ones()
    {
        var tree = Some.First(Some.Child(0, 0.9), Some.Child(1, 0.8), Some.Child(2, 0.1), Some.Child(3, 0.2));

        Assert.Equal([Width2(1), Width2(4)], Dvts(4, 2).Plan(tree));
    }

    [Fact]
    public void Keeps_the_earlier_step_when_scores_tie() =>
        Assert.Equal([Width2(1)], Dvts(2, 2).Plan(Some.First(Some.Child(0), Some.Child(1))));

    [Fact]
    public void A_subtree_whose_best_step_is_finished_stops_and_the_others_grow_on()
    {
        var first = Some.First(Some.Child(0, 0.9, Ending.Finished), Some.Child(1, 0.8), Some.Child(2, 0.1), Some.Child(3, 0.2));
        var second = first.Add([Width2(4)], [[Some.Child(0, 0.3), Some.Child(1, 0.4)]]);

        Assert.Equal([Width2(4)], Dvts(4, 2).Plan(first));
        Assert.Equal([Width2(6)], Dvts(4, 2).Plan(second));
        Assert.Equal([1, 6], Dvts(4, 2).KeptAfter(second, 2).Select(node => node.Id));
        Assert.Equal([1, 4], Dvts(4, 2).KeptAfter(second, 1).Select(node => node.Id));
    }

    [Fact]
    public void A_subtree_that_was_cut_off_stops_and_does_not_go_back()
    {
        var first = Some.First(Some.Child(0, 0.9), Some.Child(1, 0.8));
        var second = first.Add([Width2(1)], [[Some.Child(0, 0, Ending.Truncated), Some.Child(1, 0, Ending.Truncated)]]);

        Assert.Equal([Width2(1)], Dvts(2, 2).Plan(first));
        Assert.Empty(Dvts(2, 2).Plan(second));
        Assert.Empty(Dvts(2, 2).KeptAfter(second, 2));
    }

    [Fact]
    public async Task The_subtrees_of_a_small_n_are_the_first_of_a_large_one()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var small = (await new SimulatedSearch().RunAsync(Dvts(4, 2), seed: seed)).Tree;
            var large = (await new SimulatedSearch().RunAsync(Dvts(16, 2), seed: seed)).Tree;

            Assert.Equal(Paths(small.Nodes), Paths(large.Nodes.Where(node => node.Path[0] < 4)));
        }
    }

    [Fact]
    public async Task Ends_after_its_last_round()
    {
        var dvts = Some.Strategy(DiverseVerifierTreeSearch.Definition, 4, ("width", 2), ("maxRounds", 3));

        Assert.Equal(3, (await new SimulatedSearch { FinishChances = [0] }.RunAsync(dvts)).Tree.Rounds);
    }

    [Fact]
    public void A_width_above_n_is_a_conflict() => Assert.Equal(
        new StrategyConflict(
            "n = 3 cannot have width 4: n / width subtrees grow, which is none", "Lower width to 3 or less, or raise n to 4 or more"),
        DiverseVerifierTreeSearch.Definition.Conflict(DiverseVerifierTreeSearch.Definition.Bind([new("n", 3), new("width", 4)])));

    private static ISearchStrategy Dvts(int n, int width) => Some.Strategy(DiverseVerifierTreeSearch.Definition, n, ("width", width));

    private static IEnumerable<string> Paths(IEnumerable<Node> nodes) => nodes.Select(node => string.Join('.', node.Path)).Order();

    private static Expansion Width2(int node) => new(node, 2, Extent.Step);
}
