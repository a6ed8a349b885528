using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class PairedDifferenceTests
{
    [Fact]
    public void Runs_that_never_differ_on_few_problems_are_not_equal_for_certain()
    {
        var difference = PairedDifference.Of(new double[30]);

        Assert.Equal(0, difference.Mean);
        Assert.True(difference is { Low: < -0.05, High: > 0.05, PValue: 1 });
        Assert.False(difference.IsClear);
    }

    [Fact]
    public void Is_the_published_adjusted_interval()
    {
        // n = 100, 20 and 5 discordant: (21 − 6) / 102 ± 1.96 · sqrt(((21 + 6) / 102 − 0.14706²) / 102) (Bonett and Price 2012, equation 4).
        var difference = PairedDifference.Of([.. Enumerable.Range(0, 100).Select(i => i < 20 ? 1.0 : i < 25 ? -1 : 0)]);

        Assert.Equal(0.15, difference.Mean, 12);
        Assert.Equal(0.0513, difference.Low, 3);
        Assert.Equal(0.2429, difference.High, 3);
    }

    [Fact]
    public void Covers_the_truth_of_seeds_and_of_single_trials()
    {
        const int times = 400;
        const double ahead = 0.05;
        foreach (var (problems, seeds) in new[] { (30, 1), (30, 3), (200, 1), (200, 5) })
        {
            var random = new Random(problems + seeds);
            var covered = Enumerable.Range(0, times).Count(_ =>
            {
                var difference = PairedDifference.Of([.. Enumerable.Range(0, problems).Select(_ =>
                {
                    var chance = random.NextDouble() * (1 - ahead);
                    return Enumerable.Range(0, seeds).Average(_ =>
                        (random.NextDouble() < chance + ahead ? 1.0 : 0) - (random.NextDouble() < chance ? 1 : 0));
                })]);
                return difference.Low <= ahead && ahead <= difference.High;
            });

            Assert.InRange((double)covered / times, 0.91, 1);
        }
    }

    [Fact]
    public void The_test_of_McNemar_is_exact()
    {
        // 2 · (1 + 10) / 2^10 and 2 · (1 + 12 + 66) / 2^12, by hand.
        Assert.Equal(22 / 1_024.0, McNemarTest.PValue(9, 1), 12);
        Assert.Equal(158 / 4_096.0, McNemarTest.PValue(2, 10), 12);
        Assert.Equal(1, McNemarTest.PValue(5, 5));
        Assert.Equal(1, McNemarTest.PValue(0, 0));
    }

    [Fact]
    public void Tossed_signs_agree_with_the_exact_test_where_both_can_be_had()
    {
        // Two halves that cancel: tossed, they add nothing to the sum in three of four cases as far as it matters, and take 1 from it in one.
        double[] differences = [.. Enumerable.Range(0, 18).Select(i => i < 14 ? 1.0 : -1), 0.5, -0.5];

        Assert.Equal((0.75 * McNemarTest.PValue(14, 4)) + (0.25 * McNemarTest.PValue(15, 3)), SignFlipTest.PValue(differences), 0.005);
    }

    [Fact]
    public void A_difference_that_can_be_detected_shrinks_with_the_root_of_the_problems()
    {
        double[] few = [.. Enumerable.Range(0, 250).Select(i => i % 5 == 0 ? 1.0 : i % 5 == 1 ? -1 : 0)];

        Assert.Equal(2, PairedDifference.Of(few).Detectable / PairedDifference.Of([.. few, .. few, .. few, .. few]).Detectable, 0.03);
    }

    [Fact]
    public void Holm_corrects_as_published() =>
        // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") of R.
        Assert.Equal([0.03, 0.06, 0.06, 0.02], HolmCorrection.Of([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 9)));

    [Fact]
    public void Holm_leaves_one_test_alone() => Assert.Equal([0.2], HolmCorrection.Of([0.2]));
}
