namespace Reckon.Evaluation.Statistics;

/// <summary>How far one run is ahead of another on the same problems.</summary>
/// <param name="Mean">Mean over problems, in [−1, 1].</param>
/// <param name="Low">Lower end of its 95 % confidence interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="PValue">The chance of a difference this large, either way, if the two runs were exchangeable.</param>
/// <param name="Detectable">
/// The smallest difference that as many problems, as noisy as these, would show with a chance of 80 %.
/// </param>
public sealed record PairedDifference(double Mean, double Low, double High, double PValue, double Detectable)
{
    private const double Normal975 = 1.959963984540054;
    private const double Normal80 = 0.8416212335729143;

    /// <summary>Whether the interval leaves 0 out.</summary>
    public bool IsClear => Low > 0 || High < 0;

    /// <summary>
    /// The difference, from one number for each problem: the mean over its seeds of what one run got more than the other.
    /// </summary>
    /// <remarks>
    /// Two more problems are counted for the interval, one that each run wins, so that runs that never differ on few problems do not seem
    /// equal for certain (Bonett and Price 2012, "Adjusted Wald confidence interval for a difference of binomial proportions based on
    /// paired data"). The p-value is that of <see cref="SignFlipTest"/>, which for one seed is the exact test of McNemar.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no problem.</exception>
    public static PairedDifference Of(IReadOnlyList<double> differences)
    {
        if (differences.Count == 0)
        {
            throw new ArgumentException("There must be at least one problem.", nameof(differences));
        }

        var (sum, squares, count) = (differences.Sum(), differences.Sum(difference => difference * difference), differences.Count + 2.0);
        var middle = sum / count;
        var error = Math.Sqrt((((squares + 2) / count) - (middle * middle)) / count);
        var mean = sum / differences.Count;
        return new PairedDifference(
            mean,
            Math.Max(-1, Math.Min(mean, middle - (Normal975 * error))),
            Math.Min(1, Math.Max(mean, middle + (Normal975 * error))),
            SignFlipTest.PValue(differences),
            (Normal975 + Normal80) * error);
    }
}
