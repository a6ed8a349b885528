using System.Collections.Immutable;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// Percentile bootstrap of an accuracy or a mean (Efron 1979), with problems as the units that are drawn: the seeds of a problem stay
/// together, so that more seeds on the same problems do not look like more problems.
/// </summary>
public static class ClusteredBootstrap
{
    /// <summary>How many times the problems are drawn again.</summary>
    public const int Resamples = 2_000;

    private const double Tail = 0.025; // On each side, which leaves 95 %.

    // The same for every run of a sweep, so that all use the same draws of problems.
    private static readonly RandomKey _root = RandomKey.Root(0, "bootstrap");

    /// <summary>
    /// The 95 % confidence interval of the share of correct trials. A pure function: its draws are keyed by counters alone.
    /// </summary>
    /// <exception cref="ArgumentException">There is no problem, or one without a trial.</exception>
    public static ConfidenceInterval Interval(ImmutableArray<ProblemTrials> problems)
    {
        if (problems.IsDefaultOrEmpty || problems.Any(problem => problem.Trials < 1))
        {
            throw new ArgumentException("There must be at least one problem, and a trial of each.", nameof(problems));
        }

        var accuracies = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            accuracies[i] = Resample(problems, _root.Child(i));
        }

        return Middle(accuracies);
    }

    /// <summary>
    /// The 95 % confidence intervals of the means of several quantities, each a real number for each problem, all on the same
    /// draws of problems. With one trial per problem, <see cref="Interval"/> is the case of one quantity that is 0 or 1. Takes 2,000
    /// steps per problem and quantity.
    /// </summary>
    /// <param name="problems">The quantities of each problem: the same number, at least one, for each.</param>
    /// <exception cref="ArgumentException">There is no problem or no quantity, or problems differ in how many they have.</exception>
    public static ImmutableArray<ConfidenceInterval> Means(IReadOnlyList<double[]> problems)
    {
        if (problems.Count == 0 || problems[0].Length == 0 || problems.Any(problem => problem.Length != problems[0].Length))
        {
            throw new ArgumentException(
                "There must be at least one problem, and the same number of quantities, at least one, for each.", nameof(problems));
        }

        var means = problems[0].Select(_ => new double[Resamples]).ToArray();
        for (var i = 0; i < Resamples; i++)
        {
            var sums = Resample(problems, _root.Child(i));
            for (var quantity = 0; quantity < sums.Length; quantity++)
            {
                means[quantity][i] = sums[quantity] / problems.Count;
            }
        }

        return [.. means.Select(Middle)];
    }

    private static double Resample(ImmutableArray<ProblemTrials> problems, RandomKey key)
    {
        double correct = 0;
        long trials = 0;
        for (var draw = 0; draw < problems.Length; draw++)
        {
            var problem = problems[Drawn(key, draw, problems.Length)];
            correct += problem.Correct;
            trials += problem.Trials;
        }

        return correct / trials;
    }

    private static double[] Resample(IReadOnlyList<double[]> problems, RandomKey key)
    {
        var sums = new double[problems[0].Length];
        for (var draw = 0; draw < problems.Count; draw++)
        {
            var problem = problems[Drawn(key, draw, problems.Count)];
            for (var quantity = 0; quantity < sums.Length; quantity++)
            {
                sums[quantity] += problem[quantity];
            }
        }

        return sums;
    }

    private static int Drawn(RandomKey key, int draw, int count) => (int)(key.Uniform(draw) * count);

    // What is left when a tail is cut off on each side. Sorts its argument.
    private static ConfidenceInterval Middle(double[] values)
    {
        Array.Sort(values);
        return new ConfidenceInterval(Quantile(values, Tail), Quantile(values, 1 - Tail));
    }

    // Linear between order statistics (Hyndman and Fan 1996, type 7).
    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
