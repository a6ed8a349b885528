using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class MonteCarloTreeSearchTests
{
    [Fact]
    public async Task Six_generations_of_width_two_grow_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Mcts(6))).Tree));

    [Fact]
    public async Task Two_leaves_a_round_grow_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Mcts(6, ("leaves", 2)))).Tree));

    [Fact]
    public void Starts_with_one_expansion_of_the_root_and_no_more_steps_than_n()
    {
        Assert.Equal([Children(SearchTree.Root, 2)], Mcts(8, ("leaves", 3)).Plan(SearchTree.Empty));
        Assert.Equal([Children(SearchTree.Root, 1)], Mcts(1).Plan(SearchTree.Empty));
    }

    [Fact]
    public void Goes_to_the_best_child_and_of_equals_to_the_earlier()
    {
        Assert.Equal([Children(2, 2)], Mcts(8).Plan(Some.First(Some.Child(0, 0.4), Some.Child(1, 0.5))));
        Assert.Equal([Children(1, 2)], Mcts(8).Plan(Some.First(Some.Child(0), Some.Child(1))));
    }

    // The first child has three visits worth (0.9 + 0.6 + 0.3) / 3 = 0.6, the other one worth 0.5. With c = 1 their bonuses are
    // 0.5 · √4 / 4 = 0.25 and 0.5 · √4 / 2 = 0.5.
    [Theory]
    [InlineData(0.0, 3)]
    [InlineData(0.3, 3)]
    [InlineData(0.5, 2)]
    [InlineData(1.0, 2)]
    public void Weighs_value_against_visits(double exploration, int leaf)
    {
        var tree = Some.First(Some.Child(0, 0.9), Some.Child(1, 0.5)).Add([Children(1, 2)], [[Some.Child(0, 0.6), Some.Child(1, 0.3)]]);

        Assert.Equal([Children(leaf, 2)], Mcts(8, ("exploration", exploration)).Plan(tree));
    }

    [Fact]
    public void May_weigh_children_by_the_proposers_probabilities()
    {
        var tree = Some.First(Likely(0.5, -9), Likely(0.4, -1));

        Assert.Equal(1, Mcts(8).Plan(tree)[0].Node);
        Assert.Equal(2, Mcts(8, ("prior", "likelihood")).Plan(tree)[0].Node);
    }

    [Fact]
    public void Does_not_go_where_nothing_is_open()
    {
        var tree = Some.First(Some.Child(0, 0.9), Some.Child(1, 0.1))
            .Add([Children(1, 2)], [[Some.Child(0, 0.9, Ending.Finished), Some.Child(1, 0, Ending.Truncated)]]);

        Assert.Equal([Children(2, 2)], Mcts(8, ("exploration", 0)).Plan(tree));
        Assert.Empty(Mcts(8).Plan(Some.First(Some.Child(0, 0.9, Ending.Finished), Some.Child(1, 0, Ending.Truncated))));
    }

    // Three visits of the first child are worth 1.95. Two more that are worth nothing put it behind the other one.
    [Fact]
    public void A_virtual_loss_sends_the_next_expansion_of_a_round_elsewhere()
    {
        var tree = Some.First(Some.Child(0, 0.6), Some.Child(1, 0.5)).Add([Children(1, 2)], [[Some.Child(0, 0.7), Some.Child(1, 0.65)]]);

        Assert.Equal([Children(3, 2), Children(2, 2), Children(4, 2)], Mcts(8, ("leaves", 5), ("exploration", 0)).Plan(tree));
    }

    [Fact]
    public void Draws_what_n_leaves_room_for()
    {
        var tree = Some.First(Some.Child(0, 0.9), Some.Child(1, 0.1)).Add([Children(1, 2)], [[Some.Child(0, 0.9), Some.Child(1, 0.8)]]);

        Assert.Equal([Children(2, 1), Children(3, 2)], Mcts(3, ("leaves", 5), ("exploration", 4)).Plan(tree));
    }

    [Fact]
    public void Ends_when_it_might_find_more_than_n_answers()
    {
        var tree = Some.First(Some.Child(0, 0.9), Some.Child(1, 0.1, Ending.Finished))
            .Add([Children(1, 2)], [[Some.Child(0, 0.9), Some.Child(1, 0.8, Ending.Finished)]]);

        Assert.Empty(Mcts(2).Plan(tree));
        Assert.Equal([Children(3, 1)], Mcts(3).Plan(tree));
    }

    [Fact]
    public async Task Ends_after_its_last_round() =>
        Assert.Equal(3, (await new SimulatedSearch { FinishChances = [0] }.RunAsync(Mcts(4, ("maxRounds", 3)))).Tree.Rounds);

    [Fact]
    public async Task Uses_up_its_generations_where_answers_are_long()
    {
        var tree = (await new SimulatedSearch { FinishChances = [0] }.RunAsync(Mcts(8))).Tree;

        Assert.All(Enumerable.Range(3, 5), depth => Assert.Equal(8, tree.Nodes.Count(node => node.Depth == depth)));
    }

    private static Branch Likely(double score, double logProbability) => new(
        new Proposal([new Step("step", [1], logProbability)], Ending.Open), new Verdict([score], [1]));

    private static ISearchStrategy Mcts(int n, params ImmutableArray<(string Name, ParameterValue Value)> others) =>
        Some.Strategy(MonteCarloTreeSearch.Definition, n, [("width", 2), .. others]);

    private static Expansion Children(int node, int count) => new(node, count, Extent.Step);
}
