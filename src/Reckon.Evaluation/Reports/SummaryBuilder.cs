using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// Makes a summary from outcomes. Their order does not matter: all sums are of whole numbers, and the rest is done
/// in the order of problem ids.
/// </summary>
public static class SummaryBuilder
{
    /// <summary>The summary of <paramref name="outcomes"/>. An outcome that was delivered twice counts once.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="header">What the summary says besides its numbers.</param>
    /// <param name="outcomes">Outcomes of the sweep's trials.</param>
    /// <param name="timing">How long it took; null where it was not measured.</param>
    /// <param name="pools">At most one for each strategy, in any order; null and none are the same.</param>
    /// <exception cref="ArgumentException">
    /// Two outcomes of one trial differ, an outcome or a pool is of no strategy of the spec, or a strategy has two pools.
    /// </exception>
    public static SweepSummary Build(
        SweepSpec spec,
        SummaryHeader header,
        IEnumerable<TrialOutcome> outcomes,
        Timing? timing = null,
        IEnumerable<PoolSummary>? pools = null)
    {
        var byRun = Distinct(outcomes).GroupBy(outcome => outcome.Run).ToDictionary(run => run.Key, run => run.ToImmutableArray());
        var labels = spec.Strategies.Select(strategy => strategy.Label).ToHashSet();
        if (byRun.Keys.FirstOrDefault(run => !labels.Contains(run)) is { } stranger)
        {
            throw new ArgumentException($"The sweep has no run {Quoted.Of(stranger)}.", nameof(outcomes));
        }

        ImmutableArray<RunSummary> runs =
        [
            .. from strategy in spec.Strategies
               where byRun.ContainsKey(strategy.Label)
               from rule in spec.Selections
               select RunSummaryBuilder.Build(strategy, rule, byRun[strategy.Label], header.Models),
        ];
        return new SweepSummary(
            spec.Name, header.SpecHash, header.CodeVersion, header.Grader, header.Dataset,
            header.Models, runs, Ordered(pools ?? [], spec), header.Estimate is { } estimate ? EstimateCheck.Of(estimate, runs) : null, timing);
    }

    private static ImmutableArray<PoolSummary>? Ordered(IEnumerable<PoolSummary> pools, SweepSpec spec)
    {
        var byRun = pools.ToDictionary(pool => pool.Run);
        ImmutableArray<PoolSummary> ordered =
            [.. spec.Strategies.Where(strategy => byRun.ContainsKey(strategy.Label)).Select(strategy => byRun[strategy.Label])];
        return ordered.Length == byRun.Count
            ? ordered.IsEmpty ? null : ordered
            : throw new ArgumentException("A pool is of no run of the sweep.", nameof(pools));
    }

    private static Dictionary<(string, string, long), TrialOutcome>.ValueCollection Distinct(IEnumerable<TrialOutcome> outcomes)
    {
        var known = new Dictionary<(string, string, long), TrialOutcome>();
        foreach (var outcome in outcomes)
        {
            if (!known.TryAdd((outcome.ProblemId, outcome.Run, outcome.Seed), outcome)
                && known[(outcome.ProblemId, outcome.Run, outcome.Seed)] != outcome)
            {
                throw new ArgumentException(
                    $"Problem {Quoted.Of(outcome.ProblemId)}, {outcome.Run}, seed {outcome.Seed} has two outcomes that differ.",
                    nameof(outcomes));
            }
        }

        return known.Values;
    }
}
