using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class RevisionsTests
{
    [Fact]
    public async Task Two_chains_of_three_answers_grow_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Of(6, chains: 2))).Tree));

    [Fact]
    public async Task A_revision_sees_the_latest_answers_of_its_chain_the_oldest_first()
    {
        var tree = (await new SimulatedSearch().RunAsync(Of(6, chains: 1, seen: 2))).Tree;
        var last = tree.Nodes[^1];

        var earlier = tree.EarlierAnswers(last.From, seen: 2);

        Assert.Equal([tree.StepsTo(4).AsEnumerable(), tree.StepsTo(5)], earlier.Select(answer => answer.AsEnumerable()));
    }

    [Fact]
    public async Task A_revision_revises_the_answer_before_it_in_its_chain()
    {
        var strategy = Of(6, chains: 2);
        var tree = (await new SimulatedSearch().RunAsync(strategy)).Tree;

        Assert.Equal([null, null, 1, 2, 3, 4], tree.Nodes.Select(node => strategy.RevisedBy(tree, node)?.Id));
    }

    [Fact]
    public async Task A_revision_is_a_new_answer()
    {
        var tree = (await new SimulatedSearch().RunAsync(Of(3, chains: 1))).Tree;

        Assert.All(tree.Nodes, node => Assert.Equal(node.Proposal.Steps.AsEnumerable(), tree.StepsTo(node.Id)));
        Assert.Equal(3, tree.Generations);
    }

    [Fact]
    public async Task What_is_asked_for_holds_earlier_answers_and_no_steps()
    {
        var tree = (await new SimulatedSearch().RunAsync(Of(2, chains: 1))).Tree;

        var request = tree.RequestOf(Some.Task(Of(3, chains: 1)), new Expansion(2, 1, Extent.Answer) { Seen = 4 });

        Assert.Empty(request.Prefix.Steps);
        Assert.Equal([tree.StepsTo(1).AsEnumerable(), tree.StepsTo(2)], request.Prefix.Earlier.Select(answer => answer.AsEnumerable()));
        Assert.Equal(tree.PathOf(2).AsEnumerable(), request.Prefix.Path);
    }

    private static ISearchStrategy Of(int n, int chains, int seen = 4) => Some.Strategy(Revisions.Definition, n, ("chains", chains), ("seen", seen));
}
