using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class AdaptiveTests
{
    private const string Easy = "p@0 probe=2 measure=meanScore cuts=0 bins=best-of-n weighted|beam width=2 best";
    private const string Hard = "p@0 probe=2 measure=meanScore cuts=2 bins=best-of-n weighted|beam width=2 best";
    private const string Chains = "p@0 probe=4 measure=meanScore cuts=2 bins=best-of-n weighted|revise chains=2 weighted";

    [Fact]
    public async Task Two_first_answers_and_a_beam_of_six_grow_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Of(8, Hard))).Tree));

    [Fact]
    public async Task A_method_of_whole_answers_goes_on_from_the_first_ones()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var adaptive = await new SimulatedSearch().RunAsync(Of(8, Easy), seed: seed);
            var alone = await new SimulatedSearch().RunAsync(new BestOfN(8), seed: seed);

            Assert.Equal(alone.Cost, adaptive.Cost);
            Assert.Equal(alone.Tree.Nodes.Select(node => node.Proposal), adaptive.Tree.Nodes.Select(node => node.Proposal));
        }
    }

    [Fact]
    public async Task What_a_search_step_by_step_draws_comes_after_the_first_answers_in_the_same_random_tree()
    {
        var simulated = new SimulatedSearch();
        var tree = (await simulated.RunAsync(Of(8, Hard))).Tree;
        var all = (await simulated.RunAsync(new BestOfN(8))).Tree;

        Assert.Equal(
            all.Nodes.Select(node => node.Proposal.Steps[0]),
            tree.Nodes.Where(node => node.Parent == SearchTree.Root).Select(node => node.Proposal.Steps[0]));
        Assert.Equal(8, tree.Generations);
    }

    [Fact]
    public async Task Chains_begin_with_first_answers_and_the_others_stand_for_themselves()
    {
        var strategy = Of(10, Chains);
        var tree = (await new SimulatedSearch().RunAsync(strategy)).Tree;

        Assert.Equal([0, 1, null, null], tree.Nodes.Take(4).Select(node => strategy.ChainOf(tree, node)));
        Assert.All(tree.Nodes.Skip(4), node => Assert.NotNull(strategy.ChainOf(tree, node)));
        Assert.Equal(10, tree.Generations);
        Assert.Contains(tree.Nodes, node => strategy.RevisedBy(tree, node) is { Id: <= 2 });
    }

    [Fact]
    public async Task Says_which_bin_it_found_and_how_its_method_chooses()
    {
        var tree = (await new SimulatedSearch().RunAsync(Of(8, Hard))).Tree;
        var easy = (await new SimulatedSearch().RunAsync(Of(8, Easy))).Tree;

        Assert.Equal(new PolicyChoice(1, "beam width=2 best", new Selector(SelectionRule.Best)), Of(8, Hard).ChoiceOf(tree));
        Assert.Equal(new PolicyChoice(0, "best-of-n weighted", new Selector(SelectionRule.Weighted)), Of(8, Easy).ChoiceOf(easy));
        Assert.Null(Of(8, Hard).ChoiceOf(SearchTree.Empty));
    }

    [Fact]
    public async Task Finished_first_answers_are_kept_beside_what_the_method_keeps()
    {
        var strategy = Of(8, Hard);
        var tree = (await new SimulatedSearch().RunAsync(strategy)).Tree;
        var kept = strategy.KeptAfter(tree, tree.Rounds).ToList();

        Assert.Subset(kept.Select(node => node.Id).ToHashSet(), new HashSet<int> { 1, 2 });
        Assert.Equal(3, kept.Count(node => node.Id > 2)); // Six beams of width two.
        Assert.Equal([1, 2], strategy.KeptAfter(tree, 1).Select(node => node.Id));
    }

    [Fact]
    public async Task A_budget_for_fewer_first_answers_draws_those_and_then_ends_or_goes_on()
    {
        var result = await new SimulatedSearch().RunAsync(Of(8, Hard), new Budget(Generations: 5));

        Assert.Equal(5, result.Tree.Generations);
        Assert.Equal(2, result.Tree.NodesOfRound(1).Count());
        Assert.Equal(3, result.Tree.NodesOfRound(2).Count());
    }

    [Theory]
    [InlineData("meanScore", 0.5)]
    [InlineData("agreement", 0.75)]
    [InlineData("logProbability", -0.5)]
    public void Measures_the_first_answers_alone(string measure, double expected)
    {
        var first = SearchTree.Empty.Add(
            [new Expansion(SearchTree.Root, 4, Extent.Answer)],
            [[Some.Answer(1, 2, 0.25), Some.Answer(1, 2, 0.25), Some.Answer(1, 2, 1), Some.Answer(2, 2, 0, Ending.Truncated)]]);
        var tree = first.Add([new Expansion(SearchTree.Root, 1, Extent.Answer)], [[Some.Answer(1, 2, 1)]]);
        var (atCut, above) = (Policy(expected), Policy(expected + 0.001));

        Assert.Equal(0, Of(8, atCut).ChoiceOf(tree)!.Bin); // A measure that is at a cut is not below it.
        Assert.Equal(1, Of(8, above).ChoiceOf(tree)!.Bin);

        string Policy(double cut) => FormattableString.Invariant($"p@0 probe=4 measure={measure} cuts={cut} bins=best-of-n weighted|beam width=2 best");
    }

    [Theory]
    [InlineData(2, Hard, "leaves nothing")]
    [InlineData(3, Hard, "at n = 3")] // One step is left, for a width of two.
    [InlineData(8, "p@0 probe=2 measure=meanScore cuts= bins=funnel weighted", "no strategy 'funnel'")]
    [InlineData(8, "p@0 probe=2 measure=meanScore cuts= bins=beam width=many weighted", "width must be")]
    [InlineData(8, "p@0 probe=2 measure=meanScore cuts= bins=beam with=4 weighted", "no parameter 'with'")]
    [InlineData(8, "p@0 probe=2 measure=meanScore cuts= bins=beam weighted", "width must be")]
    public void Refuses_a_policy_that_cannot_be_followed(int n, string policy, string expected) =>
        Assert.Contains(expected, Conflicts.Of(Adaptive.Definition, n, ("policy", policy)), StringComparison.Ordinal);

    [Fact]
    public void A_search_is_expected_to_draw_what_its_bins_draw_on_average()
    {
        var values = Adaptive.Definition.Bind([new("n", 8), new("policy", Easy)]);

        Assert.Equal(8, Adaptive.Definition.Work(values, 4).Drawn);
        Assert.Equal((8 + 2 + 1.5) / 2, Adaptive.Definition.Work(values, 4).FromRoot);
    }

    [Fact]
    public void Needs_what_its_measure_and_its_methods_need()
    {
        Assert.Equal(new StrategyNeeds(true, false, false), NeedsOf(Easy));
        Assert.Equal(new StrategyNeeds(false, true, false), NeedsOf("p@0 probe=2 measure=agreement cuts= bins=best-of-n majority"));
        Assert.Equal(new StrategyNeeds(false, false, false), NeedsOf("p@0 probe=2 measure=logProbability cuts= bins=best-of-n majority"));
        Assert.Equal(new StrategyNeeds(true, false, false), NeedsOf("p@0 probe=2 measure=logProbability cuts= bins=best-of-n best"));

        static StrategyNeeds NeedsOf(string policy) => Adaptive.Definition.NeedsOf(Adaptive.Definition.Bind([new("n", 8), new("policy", policy)]));
    }

    [Theory]
    [InlineData(Easy, false)]
    [InlineData(Chains, true)]
    [InlineData("p@0 probe=2 measure=meanScore cuts=0 bins=distinct weighted|best-of-n weighted", true)]
    public void Children_must_differ_where_those_of_some_method_must(string policy, bool expected) =>
        Assert.Equal(expected, Adaptive.Definition.MayExclude(
            Adaptive.Definition.Bind([new(StrategyDefinition.N.Name, 10), new("policy", policy)])));

    private static ISearchStrategy Of(int n, string policy) => Some.Strategy(Adaptive.Definition, n, ("policy", policy));
}
