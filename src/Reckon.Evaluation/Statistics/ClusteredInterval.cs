using System.Collections.Immutable;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// The 95 % confidence interval of an accuracy, or of a mean of numbers in [0, 1], over problems. Trials of one problem are not
/// independent: they count as fewer,
/// by how alike they are (Korn and Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts").
/// </summary>
/// <remarks>
/// The mean's variance, estimated over problems, says of how many independent trials it is worth; with these <see
/// cref="ProportionInterval"/>
/// gives the interval. Where few problems are right, or few wrong, the variance is hardly known, and is drawn towards that of problems
/// whose
/// trials all fare alike: with the weight that half a problem has which fails as often as not. How often the interval covers the
/// truth is measured in <c>docs/statistics.md</c>.
/// </remarks>
public static class ClusteredInterval
{
    private const double WeightOfCaution = 0.5;

    /// <summary>The interval of the share of correct trials.</summary>
    /// <exception cref="ArgumentException">There is no problem, or one without a trial.</exception>
    public static ConfidenceInterval Of(ImmutableArray<ProblemTrials> problems)
    {
        if (problems.IsDefaultOrEmpty || problems.Any(problem => problem.Trials < 1))
        {
            throw new ArgumentException("There must be at least one problem, and a trial of each.", nameof(problems));
        }

        return Of([.. problems.Select(problem => (problem.Correct, (double)problem.Trials))], problems.Sum(problem => (double)problem.Trials));
    }

    /// <summary>The interval of the mean of <paramref name="values"/>, one in [0, 1] for each problem.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ConfidenceInterval OfMean(IReadOnlyList<double> values) => values.Count == 0
        ? throw new ArgumentException("There must be at least one problem.", nameof(values))
        : Of([.. values.Select(value => (value, 1.0))], double.PositiveInfinity);

    /// <summary>
    /// The interval of the share of correct trials from sums alone, for numbers that are asked for while a sweep runs. It differs from that of
    /// the problems themselves in the last digits at most.
    /// </summary>
    /// <param name="problems">Problems, at least 1.</param>
    /// <param name="trials">Their trials n, at least one of each problem.</param>
    /// <param name="correct">Of these, those that are right: k.</param>
    /// <param name="correctSquares">The sum of k² by problem.</param>
    /// <param name="correctTrials">The sum of k·n by problem.</param>
    /// <param name="trialsSquares">The sum of n² by problem.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no problems, or fewer trials than problems, or more right ones than trials.</exception>
    public static ConfidenceInterval OfSums(
        long problems, long trials, long correct, long correctSquares, long correctTrials, long trialsSquares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(problems, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, problems);
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, trials);
        var mean = (double)correct / trials;
        var deviations = Math.Max(0, correctSquares - (2 * mean * correctTrials) + (mean * mean * trialsSquares));
        return Of(mean, Worth(problems, mean, trials, trialsSquares, deviations), trials);
    }

    private static ConfidenceInterval Of(ImmutableArray<(double Sum, double Weight)> problems, double most)
    {
        double sum = 0, weight = 0, squares = 0;
        foreach (var problem in problems)
        {
            (sum, weight, squares) = (sum + problem.Sum, weight + problem.Weight, squares + (problem.Weight * problem.Weight));
        }

        var mean = Math.Clamp(sum / weight, 0, 1); // Sums of shares may be off in the last bit.
        var deviations = problems.Sum(problem => Math.Pow(problem.Sum - (mean * problem.Weight), 2));
        return Of(mean, Worth(problems.Length, mean, weight, squares, deviations), most);
    }

    private static ConfidenceInterval Of(double mean, double worth, double most)
    {
        var trials = Math.Min(most, worth);
        return ProportionInterval.Of(mean * trials, trials);
    }

    // Of how many independent trials the mean is worth.
    private static double Worth(long problems, double mean, double weight, double squares, double deviations)
    {
        var alike = squares / (weight * weight); // The mean's variance over p (1 − p), if all trials of a problem fared alike.
        var binomial = mean * (1 - mean);
        var measured = binomial > 0 ? deviations / (weight * weight * binomial) : alike;
        var cautious = ((mean * problems) + 0.5) / (problems + 1);
        var information = problems * cautious * (1 - cautious);
        return (information + WeightOfCaution) / ((information * measured) + (WeightOfCaution * alike));
    }
}
