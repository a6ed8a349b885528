using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class LookaheadTests
{
    [Fact]
    public async Task Ranks_each_step_by_the_end_of_its_rollout_and_keeps_no_rollout() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Of(8, width: 2, steps: 1))).Tree));

    [Fact]
    public async Task Without_steps_it_grows_the_tree_of_beam_search()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var lookahead = await new SimulatedSearch().RunAsync(Of(8, width: 2, steps: 0), seed: seed);
            var beam = await new SimulatedSearch().RunAsync(new BeamSearch(8, 2), seed: seed);

            Assert.Equal(beam.Tree.Nodes.AsEnumerable(), lookahead.Tree.Nodes.AsEnumerable());
            Assert.Equal(beam.Cost, lookahead.Cost);
        }
    }

    [Fact]
    public void Rolls_out_every_open_candidate_in_one_round()
    {
        var tree = SearchTree.Empty.Add(
            [new Expansion(SearchTree.Root, 4, Extent.Step)],
            [[Some.Child(0), Some.Child(1, ending: Ending.Finished), Some.Child(2, ending: Ending.Truncated), Some.Child(3)]]);

        var plan = Of(16, width: 2, steps: 3).Plan(tree);

        Assert.Equal([1, 4], plan.Select(expansion => expansion.Node));
        Assert.All(plan, expansion => Assert.True(expansion is { IsRollout: true, Draw: Draw.Greedy, Count: 1, Extent.MaxSteps: 3 }));
    }

    [Fact]
    public void A_rollout_that_finishes_is_no_solution()
    {
        var tree = SearchTree.Empty
            .Add([new Expansion(SearchTree.Root, 2, Extent.Step)], [[Some.Child(0, 0.1), Some.Child(1, 0.2)]])
            .Add([Rollout(1), Rollout(2)], [[Some.Answer(0, 2, 0.9)], [Some.Answer(0, 1, 0.3)]]);

        Assert.Empty(tree.Solutions);
        Assert.Equal([new Expansion(1, 2, Extent.Step)], Of(4, width: 2, steps: 1).Plan(tree));
    }

    [Fact]
    public void Pays_for_its_rollouts_with_beams() =>
        Assert.Equal([new Expansion(SearchTree.Root, 4, Extent.Step)], Of(16, width: 4, steps: 3).Plan(SearchTree.Empty));

    [Fact]
    public void Refuses_an_n_that_pays_for_fewer_beams_than_the_width() =>
        Assert.Contains("pays for 3 beams", Conflicts.Of(Lookahead.Definition, 12, ("width", 4), ("steps", 3)), StringComparison.Ordinal);

    private static Expansion Rollout(int node) => new(node, 1, new Extent(1)) { Draw = Draw.Greedy, IsRollout = true };

    private static ISearchStrategy Of(int n, int width, int steps) => Some.Strategy(Lookahead.Definition, n, ("width", width), ("steps", steps));
}
