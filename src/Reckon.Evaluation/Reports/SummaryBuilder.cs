using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// Makes a summary from outcomes. Their order does not matter: all sums are of whole numbers, or are taken in the order of problem
/// ids and seeds.
/// </summary>
public static class SummaryBuilder
{
    /// <summary>The summary of <paramref name="outcomes"/>. An outcome that was delivered twice counts once.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="header">What the summary says besides its numbers.</param>
    /// <param name="outcomes">Outcomes of the sweep's trials.</param>
    /// <param name="timing">How long it took; null where it was not measured.</param>
    /// <param name="pools">At most one for each strategy and aggregation, in any order; null and none are the same.</param>
    /// <param name="notRun">
    /// Ids of the problems that the sweep's own budget left out, in the dataset's order; null and none are the same.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Two outcomes of one trial differ, an outcome or a pool is of no strategy of the spec, or two pools are of one strategy and
    /// aggregation.
    /// </exception>
    public static SweepSummary Build(
        SweepSpec spec,
        SummaryHeader header,
        IEnumerable<TrialOutcome> outcomes,
        Timing? timing = null,
        IEnumerable<PoolSummary>? pools = null,
        IReadOnlyList<string>? notRun = null)
    {
        var distinct = Distinct(outcomes);
        var byRun = distinct.GroupBy(outcome => outcome.Run).ToDictionary(run => run.Key, InOrder);
        var labels = spec.Strategies.Select(strategy => strategy.Label).ToHashSet();
        if (byRun.Keys.FirstOrDefault(run => !labels.Contains(run)) is { } stranger)
        {
            throw new ArgumentException($"The sweep has no run {Quoted.Of(stranger)}.", nameof(outcomes));
        }

        ImmutableArray<RunSummary> runs =
        [
            .. from strategy in spec.Strategies
               where byRun.ContainsKey(strategy.Label)
               from selector in spec.Selectors
               select RunSummaryBuilder.Build(strategy, selector, byRun[strategy.Label], header.Models),
        ];
        ImmutableArray<ChainSummary> chains =
            [.. runs.Select(run => run.Run).Distinct().Select(run => ChainSummaryBuilder.Build(run, byRun[run])).OfType<ChainSummary>()];
        return new SweepSummary(
            spec.Name, header.SpecHash, header.CodeVersion, header.Grader, header.Dataset,
            header.Models, runs, Ordered(pools ?? [], spec), timing,
            spec.Ties == TieRule.First ? null : spec.Ties, spec.Control)
        {
            Chains = chains.IsEmpty ? null : chains,
            Cost = TotalCost.Of(distinct, header.Models.Sizes),
            Estimate = header.Estimate is { } estimate ? EstimateCheck.Of(estimate, runs) : null,
            NotRun = notRun is { Count: > 0 } ? [.. notRun] : null,
            DependsOnTime = distinct.Any(outcome => outcome.End == SearchEnd.TimeExhausted)
                || (notRun is { Count: > 0 } && spec.SweepBudget is { Seconds: not null } or { Bill: not null }),
        };
    }

    private static ImmutableArray<PoolSummary>? Ordered(IEnumerable<PoolSummary> pools, SweepSpec spec)
    {
        var known = pools.ToDictionary(pool => (pool.Run, pool.Aggregation));
        ImmutableArray<PoolSummary> ordered =
        [
            .. from strategy in spec.Strategies
               from aggregation in spec.Aggregations.Select(aggregation => (Aggregation?)aggregation).Prepend(null)
               where known.ContainsKey((strategy.Label, aggregation))
               select known[(strategy.Label, aggregation)],
        ];
        return ordered.Length == known.Count
            ? ordered.IsEmpty ? null : ordered
            : throw new ArgumentException("A pool is of no run of the sweep.", nameof(pools));
    }

    private static ImmutableArray<TrialOutcome> InOrder(IEnumerable<TrialOutcome> run) =>
        [.. run.OrderBy(outcome => outcome.ProblemId, StringComparer.Ordinal).ThenBy(outcome => outcome.Seed)];

    private static HashSet<TrialOutcome> Distinct(IEnumerable<TrialOutcome> outcomes)
    {
        var known = new HashSet<TrialOutcome>(new SameTrial()); // A map by keys would be as large as the outcomes.
        foreach (var outcome in outcomes)
        {
            if (!known.Add(outcome) && known.TryGetValue(outcome, out var first) && first != outcome)
            {
                throw new ArgumentException(
                    $"Problem {Quoted.Of(outcome.ProblemId)}, {outcome.Run}, seed {outcome.Seed} has two outcomes that differ.",
                    nameof(outcomes));
            }
        }

        return known;
    }
}
