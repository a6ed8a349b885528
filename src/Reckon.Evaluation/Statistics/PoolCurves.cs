using System.Collections.Immutable;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// Means of curves over k = 1 … n: first over the pools of a problem, then over problems. One curve for pass@k and one for each rule.
/// The means do not depend on the order in which pools are added.
/// </summary>
/// <remarks>
/// Keeps the sums of the problems that still miss pools, n numbers for each curve, and for every problem its means at
/// <paramref name="grid"/>. See <see cref="SelectionAtK"/> for time and accuracy.
/// </remarks>
/// <param name="size">n, candidates of a pool, from 1 to <see cref="Permutations.MostItems"/>.</param>
/// <param name="rules">The rules, in the order of their curves.</param>
/// <param name="grid">The k whose means over problems get intervals.</param>
/// <param name="ties">What counts where answers are tied.</param>
internal sealed class PoolCurves(int size, ImmutableArray<SelectionRule> rules, ImmutableArray<int> grid, TieRule ties)
{
    private readonly SelectionAtK _selections = new(size, ties);
    private readonly Dictionary<string, (long[][] Sums, int Pools)> _open = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double[]> _gridOfProblem = new(StringComparer.Ordinal); // Curve by curve.
    private readonly long[][] _sums = Empty(size, rules);

    /// <summary>Problems that are in the means.</summary>
    public int Problems => _gridOfProblem.Count;

    /// <summary>Adds a pool of n candidates.</summary>
    public void Add(CandidatePool pool)
    {
        var (sums, pools) = _open.TryGetValue(pool.ProblemId, out var known) ? known : (Empty(size, rules), 0);
        var candidates = pool.Candidates;
        var correct = candidates.Count(candidate => candidate.IsCorrect);
        AddTo(sums[0], [.. Enumerable.Range(1, size).Select(k => PassAtK.Estimate(size, correct, k))]);
        for (var rule = 0; rule < rules.Length; rule++)
        {
            AddTo(sums[rule + 1], _selections.Curve(rules[rule], candidates));
        }

        _open[pool.ProblemId] = (sums, pools + 1);
    }

    /// <summary>Adds <paramref name="problemId"/> to the means: all of its pools are in. A problem without a pool stays out.</summary>
    public void Close(string problemId)
    {
        if (!_open.Remove(problemId, out var problem))
        {
            return;
        }

        var curves = problem.Sums.Select(sums => sums.Select(sum => FixedPoint.Mean(sum, problem.Pools)).ToArray()).ToArray();
        _gridOfProblem.Add(problemId, [.. curves.SelectMany(curve => grid.Select(k => FixedPoint.ToShare(curve[k - 1])))]);
        for (var curve = 0; curve < curves.Length; curve++)
        {
            for (var k = 0; k < size; k++)
            {
                _sums[curve][k] += curves[curve][k];
            }
        }
    }

    /// <summary>Closes what is open.</summary>
    public void CloseAll()
    {
        foreach (var problemId in _open.Keys.ToArray())
        {
            Close(problemId);
        }
    }

    /// <summary>The mean of <paramref name="curve"/> (0: pass@k, then the rules) over problems, for each k.</summary>
    public IEnumerable<double> Means(int curve) => _sums[curve].Select(sum => FixedPoint.ToShare(FixedPoint.Mean(sum, Problems)));

    /// <summary>The intervals of those means on the grid, curve by curve.</summary>
    public ImmutableArray<ConfidenceInterval> Intervals() =>
    [
        .. Enumerable.Range(0, (rules.Length + 1) * grid.Length)
            .Select(place => ClusteredInterval.OfMean([.. _gridOfProblem.Values.Select(means => means[place])])),
    ];

    private static long[][] Empty(int size, ImmutableArray<SelectionRule> rules) =>
        [.. Enumerable.Range(0, rules.Length + 1).Select(_ => new long[size])];

    private static void AddTo(long[] sums, double[] shares)
    {
        for (var k = 0; k < sums.Length; k++)
        {
            sums[k] += FixedPoint.Of(shares[k]);
        }
    }
}
