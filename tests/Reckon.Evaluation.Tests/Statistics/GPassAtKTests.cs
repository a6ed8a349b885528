using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class GPassAtKTests
{
    [Fact]
    public void Is_pass_at_k_where_one_right_sample_is_enough()
    {
        for (var correct = 0; correct <= 16; correct++)
        {
            Assert.Equal(PassAtK.Estimate(16, correct, 4), GPassAtK.Estimate(16, correct, 4, 0), 12);
        }
    }

    [Theory]
    // 1 − hypergeom.cdf(m − 1, n, c, k), as the authors' program computes it, by hand: C(4, 2) = 6, C(3, 2) = 3, and so on.
    [InlineData(4, 3, 2, 1.0, 3.0 / 6)]
    [InlineData(4, 3, 2, 0.5, 1)]
    [InlineData(4, 1, 2, 0.5, 3.0 / 6)]
    [InlineData(5, 3, 3, 0.6, 7.0 / 10)]
    [InlineData(5, 0, 3, 0.0, 0)]
    public void Counts_subsets_with_enough_right_ones(int samples, int correct, int k, double share, double expected) =>
        Assert.Equal(expected, GPassAtK.Estimate(samples, correct, k, share), 12);

    [Fact]
    public void Its_mean_runs_over_the_upper_half_of_shares()
    {
        // k = 4: shares 3/4 and 4/4, of 8 samples with 6 right: (C(6,3) C(2,1) + C(6,4)) / C(8,4) = 55/70, and 15/70.
        Assert.Equal(2.0 / 4 * ((55 / 70.0) + (15 / 70.0)), GPassAtK.Mean(8, 6, 4), 12);
        Assert.Equal(1, GPassAtK.Mean(8, 8, 4), 12);
    }
}
