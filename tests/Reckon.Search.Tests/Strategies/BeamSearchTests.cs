using System.Collections.Immutable;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class BeamSearchTests
{
    [Theory]
    [InlineData(3, 4)]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(4, -1)]
    [InlineData(-4, -4)]
    public void Fewer_beams_than_the_width_or_no_width_are_refused(int beams, int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BeamSearch(beams, width));

    [Theory, InlineData(0), InlineData(-1)]
    public void No_rounds_are_refused(int rounds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BeamSearch(4, 2, rounds));

    [Fact]
    public void Runs_for_the_papers_forty_rounds_and_ranks_by_the_last_score_unless_told()
    {
        var beam = new BeamSearch(4, 2);

        Assert.Equal((40, Aggregation.Last, 4), (beam.MaxRounds, beam.Ranking, beam.Generations));
    }

    [Fact]
    public async Task Four_beams_of_width_two_grow_the_expected_tree() =>
        Golden.Match(await GrownAsync(new SimulatedSearch(), new BeamSearch(4, 2)));

    [Fact]
    public async Task A_finished_beam_keeps_its_place_and_the_rounds_after_it_draw_less() =>
        Golden.Match(await GrownAsync(new SimulatedSearch { FinishChances = [0.15, 0.3, 0.4, 0.7] }, new BeamSearch(8, 4), seed: 33));

    [Fact]
    public async Task Truncated_children_are_dead_ends() =>
        Golden.Match(await GrownAsync(new SimulatedSearch { TruncationChance = 0.4 }, new BeamSearch(6, 2), seed: 1));

    [Fact]
    public async Task Stops_at_its_last_round_with_prefixes_still_open() =>
        Golden.Match(await GrownAsync(new SimulatedSearch { FinishChances = [0] }, new BeamSearch(4, 2, maxRounds: 3)));

    [Fact]
    public async Task Keeps_the_earlier_prefix_when_scores_tie() =>
        Golden.Match(await GrownAsync(new SimulatedSearch { ScoreParts = 2 }, new BeamSearch(6, 3)));

    [Fact]
    public async Task One_beam_of_width_one_is_a_single_sample()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var beam = (await new SimulatedSearch().RunAsync(new BeamSearch(1, 1), seed: seed)).Tree;
            var sample = (await new SimulatedSearch().RunAsync(new BestOfN(1), seed: seed)).Tree;

            Assert.Equal(sample.PathOf(1), beam.PathOf(beam.Nodes.Length));
            Assert.Equal(sample.StepsTo(1), beam.StepsTo(beam.Nodes.Length));
            Assert.Equal(sample.ScoresTo(1), beam.ScoresTo(beam.Nodes.Length));
            Assert.Equal(1, beam.Generations);
        }
    }

    [Fact]
    public void Starts_with_as_many_first_steps_as_beams() =>
        Assert.Equal([new Expansion(SearchTree.Root, 4, Extent.Step)], new BeamSearch(4, 2).Plan(SearchTree.Empty));

    [Fact]
    public void Keeps_the_best_and_expands_them_best_first()
    {
        var tree = First(Some.Child(0, 0.1), Some.Child(1, 0.8), Some.Child(2, 0.9), Some.Child(3, 0.2));

        Assert.Equal([Width2(3), Width2(2)], new BeamSearch(4, 2).Plan(tree));
    }

    [Fact]
    public void Keeps_the_whole_part_when_the_width_does_not_divide_the_beams()
    {
        var tree = First([.. Enumerable.Range(0, 5).Select(index => Some.Child(index))]);

        Assert.Equal([Width2(1), Width2(2)], new BeamSearch(5, 2).Plan(tree));
    }

    [Fact]
    public void A_finished_beam_is_not_pushed_out_by_later_ones()
    {
        var tree = First(Some.Child(0, 0.6, Ending.Finished), Some.Child(1, 0.5), Some.Child(2, 0.1), Some.Child(3, 0.1))
            .Add([Width2(2)], [[Some.Child(0, 0.9), Some.Child(1, 0.8)]]);

        Assert.Equal([Width2(5)], new BeamSearch(4, 2).Plan(tree));
    }

    [Fact]
    public void A_finished_prefix_that_was_not_kept_takes_no_place()
    {
        var tree = First(Some.Child(0, 0.1, Ending.Finished), Some.Child(1, 0.5), Some.Child(2, 0.6), Some.Child(3, 0.2));

        Assert.Equal([Width2(3), Width2(2)], new BeamSearch(4, 2).Plan(tree));
    }

    [Fact]
    public void A_truncated_prefix_leaves_its_place_to_the_next_best()
    {
        var tree = First(Some.Child(0, 0.9, Ending.Truncated), Some.Child(1, 0.5), Some.Child(2, 0.6), Some.Child(3, 0.2));

        Assert.Equal([Width2(3), Width2(2)], new BeamSearch(4, 2).Plan(tree));
    }

    [Fact]
    public void Prefixes_of_earlier_rounds_that_were_dropped_do_not_come_back()
    {
        var tree = First(Some.Child(0, 0.9), Some.Child(1, 0.8), Some.Child(2, 0.7), Some.Child(3, 0.7))
            .Add([Width2(1), Width2(2)], [[Some.Child(0, 0.1), Some.Child(1, 0.2)], [Some.Child(0, 0.3), Some.Child(1, 0.4)]]);

        Assert.Equal([Width2(8), Width2(7)], new BeamSearch(4, 2).Plan(tree));
    }

    [Fact]
    public void Ends_when_all_beams_are_finished_or_dead()
    {
        Assert.Empty(new BeamSearch(2, 1).Plan(First(Some.Child(0, 0.5, Ending.Finished), Some.Child(1, 0.5, Ending.Finished))));
        Assert.Empty(new BeamSearch(2, 1).Plan(First(Some.Child(0, 0, Ending.Truncated), Some.Child(1, 0, Ending.Truncated))));
    }

    [Theory]
    [InlineData(Aggregation.Last, 4)]
    [InlineData(Aggregation.Min, 3)]
    [InlineData(Aggregation.Product, 3)]
    [InlineData(Aggregation.Mean, 3)]
    public void Ranks_by_all_scores_of_a_prefix_as_it_is_told(Aggregation ranking, int kept)
    {
        var tree = First(Some.Child(0, 0.9), Some.Child(1, 0.1))
            .Add([new(1, 1, Extent.Step), new(2, 1, Extent.Step)], [[Some.Child(0, 0.6)], [Some.Child(0, 0.7)]]);

        Assert.Equal(kept, new BeamSearch(2, 2, ranking: ranking).Plan(tree)[0].Node);
    }

    private static async Task<string> GrownAsync(SimulatedSearch search, BeamSearch beam, long seed = Some.Seed) =>
        TreePrinter.Print((await search.RunAsync(beam, seed: seed)).Tree);

    private static SearchTree First(params ImmutableArray<Branch> children) =>
        SearchTree.Empty.Add([new Expansion(SearchTree.Root, children.Length, Extent.Step)], [children]);

    private static Expansion Width2(int node) => new(node, 2, Extent.Step);
}
