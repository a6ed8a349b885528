using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class RebaseTests
{
    [Fact]
    public async Task A_width_of_eight_grows_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Rebased(8))).Tree));

    [Fact]
    public void Starts_with_n_first_steps() =>
        Assert.Equal([new Expansion(SearchTree.Root, 5, Extent.Step)], Rebased(5).Plan(SearchTree.Empty));

    // exp(0.9 / 0.2), exp(0.5 / 0.2) and exp(0.1 / 0.2) are as 90.0 to 12.2 to 1.6: of 8 they get 6.93, 0.94 and 0.13.
    [Fact]
    public void Shares_the_width_by_the_softmax_of_the_scores_and_drops_what_gets_nothing() => Assert.Equal(
        [Children(1, 7), Children(3, 1)], Rebased(8).Plan(Some.First(Some.Child(0, 0.9), Some.Child(1, 0.1), Some.Child(2, 0.5))));

    [Fact]
    public void Of_equal_prefixes_the_earlier_get_what_is_left_over() => Assert.Equal(
        [Children(1, 2), Children(2, 2), Children(3, 1)], Rebased(5).Plan(Some.First(Some.Child(0), Some.Child(1), Some.Child(2))));

    [Fact]
    public void What_is_finished_keeps_its_share_of_the_width()
    {
        var first = Some.First(Some.Child(0, 0.9, Ending.Finished), Some.Child(1, 0.9), Some.Child(2), Some.Child(3, 0, Ending.Truncated));
        var second = first.Add([Children(2, 3)], [[Some.Child(0, 0.2), Some.Child(1, 0.1, Ending.Finished), Some.Child(2, 0.2)]]);

        Assert.Equal([Children(2, 3)], Rebased(4, ("temperature", 0.01)).Plan(first));
        Assert.Equal([Children(5, 1), Children(7, 1)], Rebased(4).Plan(second));
        Assert.Equal([1, 2], Rebased(4, ("temperature", 0.01)).KeptAfter(second, 1).Select(node => node.Id));
        Assert.Equal([1, 6, 5, 7], Rebased(4).KeptAfter(second, 2).Select(node => node.Id));
    }

    [Fact]
    public void A_high_temperature_shares_evenly() => Assert.Equal(
        [Children(1, 3), Children(2, 3)], Rebased(6, ("temperature", 100)).Plan(Some.First(Some.Child(0, 1), Some.Child(1, 0))));

    [Fact]
    public async Task Each_round_draws_exactly_what_is_not_finished_yet()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var tree = (await new SimulatedSearch { FinishChances = [0.1], TruncationChance = 0.1 }.RunAsync(Rebased(12), seed: seed)).Tree;

            Assert.All(Enumerable.Range(2, tree.Rounds - 1), round => Assert.Equal(
                12 - tree.Solutions.Count(node => node.Round < round), tree.NodesOfRound(round).Count()));
        }
    }

    [Fact]
    public async Task Ends_after_its_last_round() =>
        Assert.Equal(3, (await new SimulatedSearch { FinishChances = [0] }.RunAsync(Rebased(4, ("maxRounds", 3)))).Tree.Rounds);

    [Fact]
    public void Subtrees_share_their_own_part_of_the_width()
    {
        var tree = Some.First(Some.Child(0, 0.9), Some.Child(1, 0.1), Some.Child(2, 0.2, Ending.Finished), Some.Child(3, 0.1));

        Assert.Equal([Children(1, 2), Children(4, 1)], Rebased(4, ("subtrees", 2)).Plan(tree));
        Assert.Equal([1, 4], Rebased(4, ("subtrees", 2)).KeptAfter(tree, 1).Where(node => node.IsOpen).Select(node => node.Id));
    }

    [Fact]
    public void Subtrees_that_do_not_divide_n_draw_less() =>
        Assert.Equal([new Expansion(SearchTree.Root, 9, Extent.Step)], Rebased(10, ("subtrees", 3)).Plan(SearchTree.Empty));

    [Fact]
    public async Task A_subtree_is_the_search_that_a_width_of_its_own_would_be()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var search = new SimulatedSearch { TruncationChance = 0.1 };
            var alone = (await search.RunAsync(Rebased(4), seed: seed)).Tree;
            var many = (await search.RunAsync(Rebased(12, ("subtrees", 3)), seed: seed)).Tree;

            Assert.Equal(Paths(alone.Nodes), Paths(many.Nodes.Where(node => node.Path[0] < 4)));
        }
    }

    [Fact]
    public void More_subtrees_than_n_are_a_conflict() => Assert.Equal(
        new StrategyConflict(
            "n = 3 cannot have 4 subtrees: each draws n / subtrees steps a round, which is none", "Lower subtrees to 3 or less, or raise n to 4 or more"),
        Rebase.Definition.Conflict(Rebase.Definition.Bind([new("n", 3), new("subtrees", 4)])));

    private static IEnumerable<string> Paths(IEnumerable<Node> nodes) => nodes.Select(node => string.Join('.', node.Path)).Order();

    private static ISearchStrategy Rebased(int n, params (string Name, ParameterValue Value)[] others) =>
        Some.Strategy(Rebase.Definition, n, others);

    private static Expansion Children(int node, int count) => new(node, count, Extent.Step);
}
