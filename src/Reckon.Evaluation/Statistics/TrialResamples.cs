using System.Collections.Immutable;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// Draws problems again, and of each problem that is drawn its seeds, both with replacement: the same for whatever is compared. Remembers
/// the means that it has
/// computed. For one thread.
/// </summary>
/// <param name="problems">How many problems.</param>
/// <param name="seeds">Trials of each.</param>
public sealed class TrialResamples(int problems, int seeds)
{
    /// <summary>How often all is drawn again.</summary>
    public const int Count = 1_000;

    private static readonly RandomKey _root = RandomKey.Root(0, "trials");

    private readonly Dictionary<ImmutableArray<double>, double[]> _means = [];
    private int[][]? _weights; // How often each trial was drawn.

    /// <summary>
    /// The mean of <paramref name="trials"/>, a number for each, problem by problem, in the resample <paramref name="draw"/>.
    /// </summary>
    public double Mean(int draw, ImmutableArray<double> trials)
    {
        if (!_means.TryGetValue(trials, out var means))
        {
            _weights ??= [.. Enumerable.Range(0, Count).Select(Draw)];
            means = _means[trials] = [.. _weights.Select(weights => Weighted(weights, trials))];
        }

        return means[draw];
    }

    private static double Weighted(int[] weights, ImmutableArray<double> trials)
    {
        var sum = 0.0;
        for (var trial = 0; trial < weights.Length; trial++)
        {
            sum += weights[trial] * trials[trial];
        }

        return sum / weights.Length;
    }

    private int[] Draw(int draw)
    {
        var (key, weights) = (_root.Child(draw), new int[problems * seeds]);
        for (var i = 0; i < weights.Length; i++)
        {
            // The seeds of one drawn problem are drawn together.
            var problem = (int)(key.Uniform(weights.Length + (i / seeds)) * problems);
            weights[(problem * seeds) + (int)(key.Uniform(i) * seeds)]++;
        }

        return weights;
    }
}
