using System.Collections.Immutable;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// Makes a <see cref="PoolSummary"/> of a run's pools, added one at a time in any order, none of which is kept. For one thread.
/// </summary>
/// <remarks>
/// A problem's sums, n numbers for each curve, are kept until all its seeds are added. Added problem by problem, only one is in memory.
/// A pool takes the time of <see cref="SelectionAtK"/> for each rule.
/// </remarks>
public sealed class PoolAccumulator
{
    private const int Decimals = 6;

    private readonly StrategySpec _run;
    private readonly ImmutableArray<long> _seeds;
    private readonly ImmutableArray<SelectionRule> _rules;
    private readonly ImmutableArray<int> _grid;
    private readonly Aggregation? _aggregation;
    private readonly PoolCurves _curves;
    private readonly HashSet<(string ProblemId, long Seed)> _added = [];
    private readonly Dictionary<string, int> _addedOf = new(StringComparer.Ordinal);
    private int _leftOut;

    /// <summary>An accumulator without a pool.</summary>
    /// <param name="run">The strategy that draws the pools: its n whole answers each.</param>
    /// <param name="seeds">The sweep's seeds, no two alike.</param>
    /// <param name="rules">The rules to estimate, no two alike; best and weighted only where answers were judged.</param>
    /// <param name="ties">What counts where answers are tied.</param>
    /// <param name="aggregation">The aggregation whose scores the candidates have; null where the sweep names only one.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is above <see cref="Permutations.MostItems"/>.</exception>
    public PoolAccumulator(
        StrategySpec run,
        ImmutableArray<long> seeds,
        ImmutableArray<SelectionRule> rules,
        TieRule ties = TieRule.First,
        Aggregation? aggregation = null)
    {
        (_run, _seeds, _rules, _aggregation) = (run, seeds, rules, aggregation);
        _grid = [.. PowersOfTwo().TakeWhile(k => k < run.N), run.N];
        _curves = new PoolCurves(run.N, rules, _grid, ties);
    }

    /// <summary>
    /// An accumulator for the largest pools that <paramref name="sweep"/> draws, for each of its aggregations in their order; none where
    /// it draws no pool. Majority, which no aggregation changes, is asked for in the first alone.
    /// </summary>
    public static ImmutableArray<PoolAccumulator> For(SweepSpec sweep)
    {
        if (sweep.Strategies.Where(strategy => strategy.Name == BestOfN.Definition.Name).MaxBy(strategy => strategy.N) is not { } largest)
        {
            return [];
        }

        var byScores = sweep.Selections.Remove(SelectionRule.Majority);
        return byScores.IsEmpty || sweep.OtherAggregations is null
            ? [new PoolAccumulator(largest, sweep.Seeds, sweep.Selections, sweep.Ties)]
            : [.. sweep.Aggregations.Select((aggregation, place) =>
                new PoolAccumulator(largest, sweep.Seeds, place == 0 ? sweep.Selections : byScores, sweep.Ties, aggregation))];
    }

    /// <summary>The label of the run whose pools are added.</summary>
    public string Run => _run.Label;

    /// <summary>Adds the pool of one trial. One with fewer than n candidates, perhaps none, is counted and left out.</summary>
    /// <exception cref="ArgumentException">The pool was added before, is of another seed, or holds what no pool can.</exception>
    public void Add(CandidatePool pool)
    {
        PoolCheck.ThrowIfImpossible(pool, _run, _seeds);
        if (!_added.Add((pool.ProblemId, pool.Seed)))
        {
            throw PoolCheck.Wrong(pool, _run, "was added before");
        }

        if (pool.Candidates.Length == _run.N)
        {
            _curves.Add(pool);
        }
        else
        {
            _leftOut++;
        }

        if ((_addedOf[pool.ProblemId] = _addedOf.GetValueOrDefault(pool.ProblemId) + 1) == _seeds.Length)
        {
            _curves.Close(pool.ProblemId);
        }
    }

    /// <summary>The summary of what was added, or null where no pool was whole. Nothing can be added afterwards.</summary>
    public PoolSummary? Build()
    {
        _curves.CloseAll();
        return _curves.Problems == 0
            ? null
            : new PoolSummary(
                _run.Label, _run.N, _curves.Problems, _seeds.Length, _leftOut, Points(),
                Means(0), MeansOf(SelectionRule.Majority), MeansOf(SelectionRule.Best), MeansOf(SelectionRule.Weighted), _aggregation);
    }

    private ImmutableArray<PoolPoint> Points()
    {
        var intervals = _curves.Intervals();
        var means = Enumerable.Range(0, _rules.Length + 1).Select(Means).ToArray();
        return [.. _grid.Select((k, place) => new PoolPoint(
            k,
            At(0, place),
            AtRule(SelectionRule.Majority, place),
            AtRule(SelectionRule.Best, place),
            AtRule(SelectionRule.Weighted, place)))];

        MeanEstimate At(int curve, int place)
        {
            var interval = intervals[(curve * _grid.Length) + place];
            return new MeanEstimate(means[curve][_grid[place] - 1], Rounded(interval.Low), Rounded(interval.High));
        }

        MeanEstimate? AtRule(SelectionRule rule, int place) => _rules.IndexOf(rule) is >= 0 and var index ? At(index + 1, place) : null;
    }

    private ImmutableArray<double>? MeansOf(SelectionRule rule) => _rules.IndexOf(rule) is >= 0 and var index ? Means(index + 1) : null;

    private ImmutableArray<double> Means(int curve) => [.. _curves.Means(curve).Select(Rounded)];

    private static IEnumerable<int> PowersOfTwo() => Enumerable.Range(0, 31).Select(power => 1 << power);

    private static double Rounded(double share) => Math.Round(share, Decimals);
}
