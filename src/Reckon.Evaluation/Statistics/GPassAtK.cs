using MathNet.Numerics;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// The chance that at least a given share of k samples is correct: how steady a model is (Liu et al. 2024, arXiv 2412.13147).
/// </summary>
public static class GPassAtK
{
    /// <summary>
    /// G-Pass@k of <paramref name="share"/>: Σ C(c, j) C(n−c, k−j) / C(n, k) over j from ⌈share · k⌉, at least 1. Unbiased. With a share
    /// near 0 it
    /// is pass@k, with 1 the chance that all k are correct.
    /// </summary>
    /// <param name="samples">n, at least 1.</param>
    /// <param name="correct">c, correct ones among them, from 0 to n.</param>
    /// <param name="k">From 1 to n.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double Estimate(int samples, int correct, int k, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, samples);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var fewest = Math.Max(1, (int)Math.Ceiling((share * k) - 1e-9)); // 0.6 · 5 is a little more than 3.
        return Math.Min(1, Enumerable.Range(fewest, Math.Max(0, Math.Min(correct, k) - fewest + 1)).Sum(j => Chance(samples, correct, k, j)));
    }

    /// <summary>mG-Pass@k: 2 / k · Σ G-Pass@k of i / k, over i from ⌈k / 2⌉ + 1 to k; 0 for k = 1, which has no such i.</summary>
    /// <inheritdoc cref="Estimate" path="/param"/>
    /// <inheritdoc cref="Estimate" path="/exception"/>
    public static double Mean(int samples, int correct, int k)
    {
        var first = ((k + 1) / 2) + 1;
        return 2.0 / k * Enumerable.Range(first, Math.Max(0, k - first + 1)).Sum(i => Estimate(samples, correct, k, (double)i / k));
    }

    // That exactly j of the k are correct: hypergeometric.
    private static double Chance(int samples, int correct, int k, int j) => k - j > samples - correct
        ? 0
        : Math.Exp(
            SpecialFunctions.BinomialLn(correct, j) + SpecialFunctions.BinomialLn(samples - correct, k - j)
            - SpecialFunctions.BinomialLn(samples, k));
}
