using System.Collections.Immutable;
using CsCheck;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Tests.Statistics;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Tests.Reports;

public sealed class PoolAccumulatorTests
{
    private const int Size = 20;

    private static readonly ImmutableArray<SelectionRule> _rules = [SelectionRule.Majority, SelectionRule.Best, SelectionRule.Weighted];

    private static readonly CandidatePool[] _pools =
        [.. from problem in Enumerable.Range(0, 5) from seed in new[] { 0L, 1L } select SomePools.Pool($"p{problem}", seed, Size)];

    [Fact]
    public void Averages_over_seeds_and_then_over_problems()
    {
        var (half, all) = (Two(true, false), Two(true, true));

        var summary = Summary(2, [half with { ProblemId = "a" }, all with { ProblemId = "a", Seed = 1 }, half with { ProblemId = "b" }]);

        Assert.Equal([0.625, 1], summary.PassAtK); // At k = 1 the mean of 0.75 and 0.5, not that of 0.5, 1 and 0.5.
        Assert.Equal((2, 2, 2, 0), (summary.N, summary.Problems, summary.Seeds, summary.LeftOut));
    }

    [Fact]
    public void Agrees_with_the_choices_of_the_trials_themselves_at_the_size_of_the_pool()
    {
        var summary = Summary(Size, _pools);

        Assert.Equal(
            _rules.Select(rule => Math.Round(_pools.Average(pool => IsCorrect(rule, pool) ? 1.0 : 0), 6)),
            [summary.MajorityAtK!.Value[^1], summary.BestAtK!.Value[^1], summary.WeightedAtK!.Value[^1]]); // All rules were asked for.
    }

    [Fact]
    public void Begins_every_curve_at_the_mean_share_of_correct_ones()
    {
        var summary = Summary(Size, _pools);

        var share = Math.Round(_pools.Average(pool => pool.Candidates.Average(candidate => candidate.IsCorrect ? 1.0 : 0)), 6);
        Assert.Equal(
            [share, share, share, share],
            // All rules were asked for.
            [summary.PassAtK[0], summary.MajorityAtK!.Value[0], summary.BestAtK!.Value[0], summary.WeightedAtK!.Value[0]]);
    }

    [Fact]
    public void Has_no_rule_that_gets_more_than_pass_at_k()
    {
        var summary = Summary(Size, _pools);

        Assert.All(Enumerable.Range(0, Size), k => Assert.All(
            [summary.MajorityAtK!.Value[k], summary.BestAtK!.Value[k], summary.WeightedAtK!.Value[k]], // All rules were asked for.
            share => Assert.True(share <= summary.PassAtK[k] + 0.02)));
    }

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(2, new[] { 1, 2 })]
    [InlineData(8, new[] { 1, 2, 4, 8 })]
    [InlineData(20, new[] { 1, 2, 4, 8, 16, 20 })]
    public void Gives_intervals_at_powers_of_two_and_at_the_size(int size, int[] grid)
    {
        var summary = Summary(size, [.. Enumerable.Range(0, 3).Select(problem => SomePools.Pool($"p{problem}", 0, size))]);

        Assert.Equal(grid, summary.Points.Select(point => point.K));
        Assert.All(summary.Points, point =>
        {
            Assert.Equal(summary.PassAtK[point.K - 1], point.PassAtK.Mean);
            Assert.Equal(summary.WeightedAtK!.Value[point.K - 1], point.WeightedAtK!.Mean); // All rules were asked for.
            Assert.InRange(point.PassAtK.Mean, point.PassAtK.Low, point.PassAtK.High);
        });
    }

    [Fact]
    public void Has_the_intervals_that_the_accuracies_of_the_same_choices_have()
    {
        var expected = ClusteredInterval.Of([.. _pools.GroupBy(pool => pool.ProblemId)
            .Select(problem => new ProblemTrials(problem.Count(pool => IsCorrect(SelectionRule.Weighted, pool)), problem.Count()))]);

        var point = Summary(Size, _pools).Points[^1].WeightedAtK!; // All rules were asked for.
        Assert.Equal(expected.Low, point.Low, 6);
        Assert.Equal(expected.High, point.High, 6);
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_arrival()
    {
        CandidatePool[] pools = [.. _pools, Empty("p9", 0)];
        var expected = Print(Summary(Size, pools));

        Gen.Shuffle(pools).Sample(shuffled => Assert.Equal(expected, Print(Summary(Size, shuffled))), iter: 10);
    }

    [Fact]
    public void Leaves_out_a_pool_that_is_not_whole_and_a_problem_that_has_no_whole_one()
    {
        var part = _pools[1] with { Candidates = _pools[1].Candidates[..^1] };

        var summary = Summary(Size, [_pools[0], part, _pools[2], Empty("p9", 0), Empty("p9", 1)]);

        Assert.Equal((2, 3), (summary.Problems, summary.LeftOut));
        Assert.Equal(Summary(Size, [_pools[0], _pools[2]]).PassAtK, summary.PassAtK);
    }

    [Fact]
    public void Leaves_out_rules_that_were_not_asked_for()
    {
        var accumulator = new PoolAccumulator(Some.BestOfN(2), [0], [SelectionRule.Best]);
        accumulator.Add(Two(true, false));

        var summary = accumulator.Build()!; // A whole pool was added.
        Assert.Equal((true, false, true), (summary.MajorityAtK is null, summary.BestAtK is null, summary.WeightedAtK is null));
        Assert.Null(summary.Points[0].MajorityAtK);
        Assert.Equal(0.5, summary.Points[0].BestAtK?.Mean);
    }

    [Fact]
    public void Has_no_summary_without_a_whole_pool()
    {
        var accumulator = new PoolAccumulator(Some.BestOfN(2), [0], _rules);
        accumulator.Add(Empty("p", 0));

        Assert.Null(accumulator.Build());
    }

    [Fact]
    public void Takes_the_largest_pools_of_a_sweep() => Assert.Equal(
        8,
        Built(Assert.Single(PoolAccumulator.For(
            Some.Sweep with { Strategies = [Some.BestOfN(4), Some.BestOfN(8), Some.BestOfN(1), Some.Beam(64, 2)] })), 8).N);

    [Fact]
    public void Takes_none_of_a_sweep_that_draws_no_whole_answers() =>
        Assert.Empty(PoolAccumulator.For(Some.Sweep with { Strategies = [Some.Beam(64, 2)] }));

    [Fact]
    public void Takes_pools_for_each_aggregation_and_asks_for_majority_once()
    {
        var pools = PoolAccumulator.For(Some.Sweep with { Aggregation = Aggregation.Mean, OtherAggregations = [Aggregation.Last] });

        var summaries = pools.Select(accumulator => Built(accumulator, 4)).ToList();
        Assert.Equal([Aggregation.Mean, Aggregation.Last], summaries.Select(summary => summary.Aggregation!.Value));
        Assert.Equal([false, true], summaries.Select(summary => summary.MajorityAtK is null));
        Assert.All(summaries, summary => Assert.NotNull(summary.WeightedAtK));
    }

    [Fact]
    public void Refuses_what_no_pool_of_the_run_can_be()
    {
        var accumulator = new PoolAccumulator(Some.BestOfN(2), [0], _rules);
        accumulator.Add(Two(true, false));

        Assert.Contains("was added before", Refusal(Two(true, true)), StringComparison.Ordinal);
        Assert.Contains("no seed", Refusal(Two(true, true) with { Seed = 5 }), StringComparison.Ordinal);
        Assert.Contains("at most 2", Refusal(SomePools.Pool("q", 0, 3)), StringComparison.Ordinal);
        Assert.Contains("at most 2", Refusal(new CandidatePool("q", 0, default)), StringComparison.Ordinal);
        Assert.Contains("group", Refusal(One(new PooledCandidate(-2, 0.5, false))), StringComparison.Ordinal);
        Assert.Contains("score", Refusal(One(new PooledCandidate(0, double.NaN, false))), StringComparison.Ordinal);
        Assert.Contains("score", Refusal(One(new PooledCandidate(0, 1.5, false))), StringComparison.Ordinal);
        Assert.Contains("correct", Refusal(One(new PooledCandidate(-1, 0.5, true))), StringComparison.Ordinal);

        string Refusal(CandidatePool pool) => Assert.Throws<ArgumentException>(() => accumulator.Add(pool)).Message;
        static CandidatePool One(PooledCandidate candidate) => new("q", 0, [candidate]);
    }

    private static PoolSummary Summary(int size, IEnumerable<CandidatePool> pools)
    {
        var accumulator = new PoolAccumulator(Some.BestOfN(size), [0, 1], _rules);
        foreach (var pool in pools)
        {
            accumulator.Add(pool);
        }

        return accumulator.Build()!; // A whole pool is among them.
    }

    private static PoolSummary Built(PoolAccumulator accumulator, int size)
    {
        accumulator.Add(SomePools.Pool("p", 0, size));
        return accumulator.Build()!; // It is whole.
    }

    private static string Print(PoolSummary pool) =>
        SummaryJson.Write(SummaryBuilder.Build(Some.Sweep with { Strategies = [Some.BestOfN(Size)] }, Some.Header, [], null, [pool]));

    private static bool IsCorrect(SelectionRule rule, CandidatePool pool) =>
        SomePools.IsChosenCorrect(rule, pool.Candidates, Enumerable.Range(0, pool.Candidates.Length));

    private static CandidatePool Empty(string problem, long seed) => new(problem, seed, []);

    private static CandidatePool Two(bool first, bool second) =>
        new("p", 0, [new PooledCandidate(first ? 0 : 1, 0.6, first), new PooledCandidate(second ? 0 : 2, 0.7, second)]);
}
