using MathNet.Numerics;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// The exact test of McNemar (1947): whether of two runs, each with one trial of the same problems, one is right more often.
/// </summary>
public static class McNemarTest
{
    /// <summary>
    /// The two-sided p-value, in (0, 1]: twice the chance that a fair coin, tossed for each problem on which the runs differ, is as
    /// one-sided as this.
    /// </summary>
    /// <param name="won">Problems that the first run alone gets right, at least 0.</param>
    /// <param name="lost">Problems that the second run alone gets right, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static double PValue(int won, int lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(won);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        var (more, all) = (Math.Max(won, lost), won + lost);

        // P(X >= more) for a binomial X with one half is a regularised incomplete beta function.
        return more == 0 ? 1 : Math.Min(1, 2 * SpecialFunctions.BetaRegularized(more, all - more + 1, 0.5));
    }
}
