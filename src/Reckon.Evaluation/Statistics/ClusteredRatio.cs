namespace Reckon.Evaluation.Statistics;

/// <summary>
/// An accuracy and the interval around it, from sums alone, for numbers that are asked for while a sweep runs. The summary's interval is
/// <see cref="ClusteredInterval"/>'s, which needs every problem.
/// </summary>
public static class ClusteredRatio
{
    private const double Normal = 1.959964; // Which leaves 2.5 % on each side.

    /// <summary>
    /// The 95 % interval of the share of right answers: Wilson's (1927, JASA 22) for as many independent trials as have the variance of a
    /// ratio of sums over problems (Cochran, "Sampling techniques", 1977, section 2.11). Where that variance is 0, as where all is right, each
    /// problem counts as one trial.
    /// </summary>
    /// <param name="problems">Problems, at least 1.</param>
    /// <param name="trials">Their trials n, at least one of each problem.</param>
    /// <param name="correct">Of these, those that are right: k.</param>
    /// <param name="correctSquares">The sum of k² by problem.</param>
    /// <param name="correctTrials">The sum of k·n by problem.</param>
    /// <param name="trialsSquares">The sum of n² by problem.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no problems, or fewer trials than problems, or more right ones than trials.</exception>
    public static ConfidenceInterval Interval(
        long problems, long trials, long correct, long correctSquares, long correctTrials, long trialsSquares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(problems, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, problems);
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, trials);
        var share = (double)correct / trials;
        var residuals = Math.Max(0, correctSquares - (2 * share * correctTrials) + (share * share * trialsSquares));
        var variance = problems == 1 ? 0 : residuals * problems / (problems - 1) / ((double)trials * trials);
        var effective = variance > 0 ? Math.Min(share * (1 - share) / variance, trials) : problems;
        return Wilson(share, effective);
    }

    private static ConfidenceInterval Wilson(double share, double trials)
    {
        const double squared = Normal * Normal;
        var middle = share + (squared / (2 * trials));
        var half = Normal * Math.Sqrt((share * (1 - share) / trials) + (squared / (4 * trials * trials)));
        var whole = 1 + (squared / trials);
        return new ConfidenceInterval( // The share itself is within, whatever is rounded.
            Math.Clamp((middle - half) / whole, 0, share), Math.Clamp((middle + half) / whole, share, 1));
    }
}
