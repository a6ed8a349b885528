using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class ReviseTests
{
    [Fact]
    public async Task Two_chains_redraw_from_where_the_score_falls() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Of(8, chains: 2))).Tree));

    [Fact]
    public async Task A_chain_that_seeks_gain_mixes_in_fresh_answers() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Of(6, chains: 1, "gain"))).Tree));

    [Fact]
    public void Begins_before_the_step_at_which_the_score_falls_most()
    {
        var tree = First(0.9, 0.8, 0.3, 0.2);

        Assert.Equal([Redraw(node: 1, steps: 2)], Of(4, chains: 1).Plan(tree));
    }

    [Fact]
    public void A_first_step_below_the_prior_is_drawn_again_from_the_beginning()
    {
        var tree = First(0.1, 0.1);

        Assert.Equal([new Expansion(SearchTree.Root, 1, Extent.Answer) { Draw = Draw.DistinctSteps }], Of(4, chains: 1).Plan(tree));
    }

    [Fact]
    public void A_worse_answer_is_not_kept_and_its_place_loses_its_claim()
    {
        var tree = First(0.9, 0.8, 0.7, 0.6).Add([Redraw(1, 1)], [[Judged(0.1)]]).Add([Redraw(1, 1)], [[Judged(0.1)]]);

        Assert.Equal([Redraw(node: 1, steps: 2)], Of(8, chains: 1).Plan(tree));
    }

    [Fact]
    public void An_answer_that_is_not_worse_is_kept_and_revised_next()
    {
        var tree = First(0.9, 0.5).Add([Redraw(1, 1)], [[Judged(0.8, 0.6)]]);

        Assert.Equal([Redraw(node: 2, steps: 1)], Of(8, chains: 1).Plan(tree));
    }

    [Fact]
    public void A_redrawn_step_must_differ_from_those_tried_at_its_place()
    {
        var tree = First(0.9, 0.2).Add([Redraw(1, 1)], [[Judged(0.1)]]);

        Assert.Equal(
            [tree[1].Proposal.Steps[1], tree[2].Proposal.Steps[0]],
            tree.Taken(Redraw(1, 1)).Select(proposal => Assert.Single(proposal.Steps)));
    }

    [Fact]
    public void A_step_of_which_the_proposer_is_sure_may_repeat_where_it_is_let()
    {
        var tree = Sure(0.9, 0.2, 0.3);

        Assert.Equal([Redraw(1, 1)], Of(4, chains: 1).Plan(tree));
        Assert.Equal([Redraw(1, 1) with { Draw = Draw.Sampled }], Of(4, chains: 1, retries: 4).Plan(tree));
    }

    [Fact]
    public void A_first_step_that_may_repeat_is_that_of_a_fresh_answer() =>
        Assert.Equal([new Expansion(SearchTree.Root, 1, Extent.Answer)], Of(4, chains: 1, retries: 4).Plan(Sure(0.1, 0.4)));

    [Fact]
    public void Chains_that_begin_afresh_do_so_in_one_expansion()
    {
        var (strategy, sure) = (Of(8, chains: 2, retries: 4), SureBranch(0.1, 0.4));
        var tree = SearchTree.Empty.Add([new Expansion(SearchTree.Root, 2, Extent.Answer)], [[sure, sure]]);
        Expansion both = new(SearchTree.Root, 2, Extent.Answer);

        Assert.Equal([both], strategy.Plan(tree));
        var grown = tree.Add([both], [[sure, sure]]);
        Assert.Equal([0, 1, 0, 1], grown.Nodes.Select(node => strategy.ChainOf(grown, node)!.Value));
    }

    [Fact]
    public async Task Every_answer_belongs_to_the_chain_that_drew_it()
    {
        var strategy = Of(12, chains: 3, "gain");
        var tree = (await new SimulatedSearch().RunAsync(strategy)).Tree;

        Assert.Equal([4, 4, 4], tree.Nodes.CountBy(node => strategy.ChainOf(tree, node)!.Value).OrderBy(chain => chain.Key).Select(chain => chain.Value));
        Assert.Equal([0, 1, 2], tree.NodesOfRound(1).Select(node => strategy.ChainOf(tree, node)!.Value));
    }

    [Fact]
    public void What_is_revised_is_the_answer_that_the_chain_keeps()
    {
        var strategy = Of(8, chains: 1);
        var tree = First(0.9, 0.5).Add([Redraw(1, 1)], [[Judged(0.4)]]).Add([Redraw(1, 1)], [[Judged(0.6)]]).Add([Redraw(1, 1)], [[Judged(0.1)]]);

        Assert.Equal([null, 1, 1, 3], tree.Nodes.Select(node => strategy.RevisedBy(tree, node)?.Id));
    }

    [Fact]
    public async Task A_fresh_answer_revises_none()
    {
        var strategy = Of(12, chains: 2, "gain");
        var tree = (await new SimulatedSearch().RunAsync(strategy)).Tree;

        var fresh = tree.Nodes.Where(node => strategy.RevisedBy(tree, node) is null).ToList();

        Assert.Equal(tree.ChildCount(SearchTree.Root), fresh.Count);
        Assert.True(fresh.Count > 2, "No chain drew a fresh answer after its first.");
        Assert.All(tree.Nodes.Except(fresh), node => Assert.Equal(strategy.ChainOf(tree, node), strategy.ChainOf(tree, strategy.RevisedBy(tree, node)!)));
    }

    [Fact]
    public void Refuses_more_chains_than_answers() =>
        Assert.Contains("does not pay for 5 chains", Conflicts.Of(Revise.Definition, 4, ("chains", 5)), StringComparison.Ordinal);

    private static SearchTree First(params ImmutableArray<double> scores) =>
        SearchTree.Empty.Add([new Expansion(SearchTree.Root, 1, Extent.Answer)], [[Judged(scores)]]);

    // The proposer draws each of its steps in any case.
    private static SearchTree Sure(params ImmutableArray<double> scores) =>
        SearchTree.Empty.Add([new Expansion(SearchTree.Root, 1, Extent.Answer)], [[SureBranch(scores)]]);

    private static Branch SureBranch(params ImmutableArray<double> scores)
    {
        var branch = Judged(scores);
        var steps = branch.Proposal.Steps.Select(step => step with { LogProbability = 0, TokenLogProbabilities = [] });
        return branch with { Proposal = branch.Proposal with { Steps = [.. steps] } };
    }

    private static Branch Judged(params ImmutableArray<double> scores) => new(
        new Proposal([.. scores.Select((score, place) => Some.Step($"line {place} at {score}"))], Ending.Finished),
        new Verdict(scores, [.. scores.Select(_ => 3)]));

    private static Expansion Redraw(int node, int steps) => new(node, 1, Extent.Answer) { Steps = steps, Draw = Draw.DistinctSteps };

    private static ISearchStrategy Of(int n, int chains, string place = "fall", int retries = 0) =>
        Some.Strategy(Revise.Definition, n, ("chains", chains), ("place", place), ("retries", retries));
}
