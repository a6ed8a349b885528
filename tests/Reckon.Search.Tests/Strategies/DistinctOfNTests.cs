using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class DistinctOfNTests
{
    [Fact]
    public async Task Five_answers_grow_the_expected_tree() => Golden.Match(TreePrinter.Print((await Grown(5)).Tree));

    [Fact]
    public async Task Fewer_answers_are_the_first_of_more()
    {
        var (four, nine) = ((await Grown(4)).Tree, (await Grown(9)).Tree);

        Assert.Equal(four.Nodes.Select(node => node.Proposal), nine.Nodes.Take(4).Select(node => node.Proposal));
    }

    [Fact]
    public async Task The_first_answer_is_that_of_best_of_n() =>
        Assert.Equal((await new SimulatedSearch().RunAsync(new BestOfN(1))).Tree[1].Proposal, (await Grown(3)).Tree[1].Proposal);

    [Fact]
    public async Task Every_answer_must_differ_from_all_before_it()
    {
        var tree = (await Grown(4)).Tree;

        var taken = tree.Taken(new Expansion(SearchTree.Root, 1, Extent.Answer) { Draw = Draw.DistinctAnswers });

        Assert.Equal(tree.Nodes.Select(node => node.Proposal), taken);
    }

    private static Task<SearchResult> Grown(int n) => new SimulatedSearch().RunAsync(Some.Strategy(DistinctOfN.Definition, n));
}
