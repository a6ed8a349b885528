using CsCheck;
using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class PassAtKTests
{
    [Theory]
    [InlineData(1, 0, 1, 0)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(10, 3, 1, 0.3)]
    [InlineData(4, 2, 2, 5.0 / 6)] // 1 − C(2,2)/C(4,2)
    [InlineData(5, 1, 3, 0.6)] // 1 − C(4,3)/C(5,3)
    [InlineData(5, 3, 3, 1)] // Two wrong ones cannot fill three places.
    [InlineData(100, 0, 100, 0)]
    public void Is_one_less_the_share_of_draws_without_a_correct_sample(int samples, int correct, int k, double expected) =>
        Assert.Equal(expected, PassAtK.Estimate(samples, correct, k), 12);

    [Fact]
    public void Is_the_share_of_subsets_that_hold_a_correct_sample() =>
        Gen.Int[1, 10].SelectMany(samples => Gen.Select(Gen.Const(samples), Gen.Int[0, samples], Gen.Int[1, samples])).Sample(
            (samples, correct, k) => Assert.Equal(ByCounting(samples, correct, k), PassAtK.Estimate(samples, correct, k), 12));

    [Fact]
    public void Stays_exact_where_binomials_overflow()
    {
        // 1 − 9,999/10,000 · … : C(n−1, k)/C(n, k) = 1 − k/n.
        Assert.Equal(0.5, PassAtK.Estimate(10_000, 1, 5_000), 12);
    }

    [Fact]
    public void Changes_no_bit_by_stopping_where_the_chance_of_none_is_negligible() => Gen.Int[1, 300]
        .SelectMany(samples => Gen.Select(Gen.Const(samples), Gen.Int[0, samples], Gen.Int[1, samples]))
        .Sample((samples, correct, k) => Assert.Equal(Unstopped(samples, correct, k), PassAtK.Estimate(samples, correct, k)));

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(4, 5, 1)]
    [InlineData(4, -1, 1)]
    [InlineData(4, 2, 0)]
    [InlineData(4, 2, 5)]
    public void Refuses_numbers_that_cannot_be(int samples, int correct, int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PassAtK.Estimate(samples, correct, k));

    private static double Unstopped(int samples, int correct, int k) => samples - correct < k
        ? 1
        : 1 - Enumerable.Range(samples - correct + 1, correct).Aggregate(1.0, (product, i) => product * (1 - ((double)k / i)));

    // The first samples are the correct ones; every set of k samples is a bit mask.
    private static double ByCounting(int samples, int correct, int k)
    {
        var subsets = Enumerable.Range(0, 1 << samples).Where(mask => int.PopCount(mask) == k).ToList();
        return (double)subsets.Count(mask => (mask & ((1 << correct) - 1)) != 0) / subsets.Count;
    }
}
