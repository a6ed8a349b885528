using System.Collections.Immutable;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// Percentile bootstrap of an accuracy (Efron 1979), with problems as the units that are drawn: the seeds of a problem stay
/// together, so that more seeds on the same problems do not look like more problems.
/// </summary>
public static class ClusteredBootstrap
{
    /// <summary>How many times the problems are drawn anew.</summary>
    public const int Resamples = 2_000;

    private const double Tail = 0.025; // On each side, which leaves 95 %.

    /// <summary>The 95 % confidence interval of the share of correct trials. A pure function: its draws are keyed by counters alone.</summary>
    /// <exception cref="ArgumentException">There is no cluster, or one without a trial.</exception>
    public static Interval Interval(ImmutableArray<Cluster> clusters)
    {
        if (clusters.IsDefaultOrEmpty || clusters.Any(cluster => cluster.Trials < 1))
        {
            throw new ArgumentException("There must be at least one cluster, and a trial in each.", nameof(clusters));
        }

        // The key is the same for every run of a sweep, so that all of them are seen on the same draws of problems.
        var root = RandomKey.Root(0, "bootstrap");
        var accuracies = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            accuracies[i] = Resample(clusters, root.Child(i));
        }

        Array.Sort(accuracies);
        return new Interval(Quantile(accuracies, Tail), Quantile(accuracies, 1 - Tail));
    }

    private static double Resample(ImmutableArray<Cluster> clusters, RandomKey key)
    {
        long correct = 0;
        long trials = 0;
        for (var draw = 0; draw < clusters.Length; draw++)
        {
            var cluster = clusters[(int)(key.Uniform(draw) * clusters.Length)];
            correct += cluster.Correct;
            trials += cluster.Trials;
        }

        return (double)correct / trials;
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
