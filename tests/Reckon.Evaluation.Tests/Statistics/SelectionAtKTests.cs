using System.Collections.Immutable;
using CsCheck;
using Reckon.Evaluation.Statistics;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class SelectionAtKTests
{
    [Fact]
    public void Is_the_share_of_all_subsets_of_which_the_choice_is_correct() => Gen
        .Select(Gen.Enum<SelectionRule>(), Gen.Enum<TieRule>(), SomePools.Tied(1, 9))
        .Sample(
            (rule, ties, pool) => AssertClose(ByCounting(rule, pool, ties), new SelectionAtK(pool.Length, ties).Curve(rule, pool), 1e-12),
            iter: 600);

    [Fact]
    public void Is_what_the_rule_chose_from_the_whole_pool_at_its_size() => Gen.Select(Gen.Enum<SelectionRule>(), SomePools.Untied(14, 40))
        .Sample((rule, pool) => Assert.Equal(
            SomePools.IsChosenCorrect(rule, pool, Enumerable.Range(0, pool.Length)) ? 1 : 0,
            new SelectionAtK(pool.Length).Curve(rule, pool)[^1]), iter: 100);

    [Fact]
    public void Is_the_share_of_correct_ones_of_a_single_draw() => Gen.Select(Gen.Enum<SelectionRule>(), SomePools.Untied(14, 40))
        .Sample((rule, pool) => Assert.Equal(
            pool.Count(candidate => candidate.IsCorrect) / (double)pool.Length,
            new SelectionAtK(pool.Length).Curve(rule, pool)[0],
            12), iter: 100);

    [Theory]
    [InlineData(SelectionRule.Majority)]
    [InlineData(SelectionRule.Weighted)]
    public void Comes_as_near_as_it_says_by_resampling(SelectionRule rule)
    {
        const int pools = 40;
        const int size = 14;
        var errors = Enumerable.Range(0, pools).Select(seed =>
        {
            var pool = SomePools.Pool("p", seed, size).Candidates;
            return new SelectionAtK(size).Curve(rule, pool)[6] - SomePools.ByCounting(rule, pool, 7);
        }).ToArray();

        // Standard errors of at most 0.016 for a pool, and of that by sqrt(40) for their mean: five and four of them.
        Assert.All(errors, error => Assert.InRange(error, -0.08, 0.08));
        Assert.InRange(errors.Average(), -0.01, 0.01);
        Assert.Contains(errors, error => error != 0);
    }

    [Fact]
    public void Comes_near_by_resampling_for_best_where_a_lower_score_decides_ties()
    {
        ImmutableArray<PooledCandidate> pool = [.. SomePools.Pool("p", 3, 14).Candidates
            .Select(candidate => candidate with { Score = Math.Round(candidate.Score * 2) / 2 })];
        Assert.Null(BestAtK.Rank(pool));

        Assert.Equal(SomePools.ByCounting(SelectionRule.Best, pool, 7), new SelectionAtK(14).Curve(SelectionRule.Best, pool)[6], 0.08);
    }

    [Fact]
    public void Does_not_depend_on_the_pools_before()
    {
        var (one, other) = (SomePools.Pool("p", 0, 20).Candidates, SomePools.Pool("q", 0, 20).Candidates);
        var selections = new SelectionAtK(20);
        selections.Curve(SelectionRule.Weighted, other);

        Assert.Equal(new SelectionAtK(20).Curve(SelectionRule.Majority, one), selections.Curve(SelectionRule.Majority, one));
    }

    [Fact]
    public void Is_zero_where_nothing_has_an_answer() => Assert.Equal(
        new double[20],
        new SelectionAtK(20).Curve(SelectionRule.Majority, [.. Enumerable.Repeat(new PooledCandidate(-1, 0.5, false), 20)]));

    [Fact]
    public void Refuses_a_pool_of_another_size() =>
        Assert.Throws<ArgumentException>(() => new SelectionAtK(3).Curve(SelectionRule.Best, [new(0, 1, true)]));

    private static double[] ByCounting(SelectionRule rule, ImmutableArray<PooledCandidate> pool, TieRule ties) =>
        [.. Enumerable.Range(1, pool.Length).Select(k => SomePools.ByCounting(rule, pool, k, ties))];

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
