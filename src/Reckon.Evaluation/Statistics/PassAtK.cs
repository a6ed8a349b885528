namespace Reckon.Evaluation.Statistics;

/// <summary>The chance that at least one of k samples is correct.</summary>
public static class PassAtK
{
    private const double Negligible = 1.0 / (1L << 54); // 1 minus a chance below this rounds to 1.

    /// <summary>
    /// The unbiased estimate 1 − C(n−c, k) / C(n, k), as a product that neither overflows nor cancels (Chen et al. 2021,
    /// "Evaluating large language models trained on code", section 2.1). In [0, 1]. Takes at most c steps, and about 40 n / k.
    /// </summary>
    /// <param name="samples">n, at least 1.</param>
    /// <param name="correct">c, correct ones among them, from 0 to n.</param>
    /// <param name="k">From 1 to n.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double Estimate(int samples, int correct, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, samples);
        if (samples - correct < k)
        {
            return 1;
        }

        var noneCorrect = 1.0;
        for (var i = samples - correct + 1; i <= samples && noneCorrect >= Negligible; i++)
        {
            noneCorrect *= 1 - ((double)k / i);
        }

        return 1 - noneCorrect;
    }
}
