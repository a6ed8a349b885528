using System.Numerics;
using Reckon.Evaluation.Statistics;
using Reckon.Search.Randomness;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Tests.Statistics;

/// <summary>Estimators at published sizes: against exact fractions where there is a formula, else against subsets drawn here.</summary>
public sealed class PublishedEstimatorTests
{
    /// <summary>n and k of Chen et al. 2021 (200 samples) and of Brown et al. 2024 (10,000, over four orders of magnitude).</summary>
    public static TheoryData<int, int> Published => new()
    {
        { 200, 1 }, { 200, 10 }, { 200, 100 }, { 200, 200 },
        { 10_000, 1 }, { 10_000, 10 }, { 10_000, 100 }, { 10_000, 1_000 }, { 10_000, 10_000 },
    };

    [Theory, MemberData(nameof(Published))]
    public void Pass_at_k_is_the_exact_fraction_at_published_sizes(int samples, int k)
    {
        foreach (var correct in new[] { 0, 1, 2, 13, samples / 3, samples - 1, samples })
        {
            Assert.Equal(Exact(samples, correct, k), PassAtK.Estimate(samples, correct, k), 12);
        }
    }

    [Fact]
    public void Pass_at_k_is_unbiased()
    {
        // Of answers that are right with chance p, the estimate's mean over all counts c is 1 − (1 − p)^k (Chen et al. 2021, appendix A).
        const int samples = 20;
        const double right = 0.15;

        for (var k = 1; k <= samples; k++)
        {
            var mean = Enumerable.Range(0, samples + 1)
                .Sum(correct => Binomial(samples, correct, right) * PassAtK.Estimate(samples, correct, k));

            Assert.Equal(1 - Math.Pow(1 - right, k), mean, 12);
        }
    }

    [Theory]
    [InlineData(SelectionRule.Majority, TieRule.First)]
    [InlineData(SelectionRule.Majority, TieRule.Mean)]
    [InlineData(SelectionRule.Best, TieRule.First)]
    [InlineData(SelectionRule.Best, TieRule.Mean)]
    [InlineData(SelectionRule.Weighted, TieRule.First)]
    [InlineData(SelectionRule.Weighted, TieRule.Mean)]
    public void A_rule_at_k_is_the_mean_over_subsets_that_are_drawn_at_random(SelectionRule rule, TieRule ties)
    {
        const int size = 64;
        const int subsets = 4_000;
        var pool = SomePools.Pool("p", 5, size).Candidates;
        pool = [.. pool.Select(candidate => candidate with { Score = Math.Round(candidate.Score * 16) / 16 })]; // So that scores tie.
        var curve = new SelectionAtK(size, ties).Curve(rule, pool);

        foreach (var k in new[] { 1, 2, 5, 16, 33, 63, 64 })
        {
            var mean = Enumerable.Range(0, subsets).Average(draw =>
            {
                var members = Subset(RandomKey.Root(draw, "subset"), size, k);
                return SomePools.Credit(rule, ties, pool, members);
            });

            // Four standard errors, of 1,000 permutations and of these subsets.
            Assert.Equal(mean, curve[k - 1], 4 * (Math.Sqrt(0.25 / 1_000) + Math.Sqrt(0.25 / subsets)));
        }
    }

    private static int[] Subset(RandomKey key, int size, int k) =>
        [.. Enumerable.Range(0, size).OrderBy(key.Uniform).Take(k).Order()];

    // 1 − C(n−c, k) / C(n, k) in whole numbers, divided once.
    private static double Exact(int samples, int correct, int k)
    {
        if (samples - correct < k)
        {
            return 1;
        }

        // C(n−c, k) / C(n, k) = Π (n−k−i) / (n−i) over i < c.
        var (none, all) = (BigInteger.One, BigInteger.One);
        for (var i = 0; i < correct; i++)
        {
            (none, all) = (none * (samples - k - i), all * (samples - i));
        }

        const long parts = 1L << 60;
        return (double)((all - none) * parts / all) / parts;
    }

    private static double Binomial(int samples, int correct, double right) =>
        Enumerable.Range(1, correct).Aggregate(1.0, (product, i) => product * (samples - correct + i) / i)
        * Math.Pow(right, correct) * Math.Pow(1 - right, samples - correct);
}
