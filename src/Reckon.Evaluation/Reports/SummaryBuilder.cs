using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// Makes a summary of outcomes. Their order does not matter: whatever is summed is a whole number, and the rest is done
/// in the order of problem ids.
/// </summary>
public static class SummaryBuilder
{
    /// <summary>The summary of <paramref name="outcomes"/>. An outcome that was delivered twice counts once.</summary>
    /// <exception cref="ArgumentException">Two outcomes of one trial differ, or an outcome is of no strategy of the spec.</exception>
    public static SweepSummary Build(SweepSpec spec, SummaryHeader header, IEnumerable<TrialOutcome> outcomes, Timing? timing = null)
    {
        var byRun = Distinct(outcomes).GroupBy(outcome => outcome.Run).ToDictionary(run => run.Key, run => run.ToImmutableArray());
        var labels = spec.Strategies.Select(strategy => strategy.Label).ToHashSet();
        if (byRun.Keys.FirstOrDefault(run => !labels.Contains(run)) is { } stranger)
        {
            throw new ArgumentException($"The sweep has no run {Quoted.Of(stranger)}.", nameof(outcomes));
        }

        var runs =
            from strategy in spec.Strategies
            where byRun.ContainsKey(strategy.Label)
            from rule in spec.Selections
            select RunSummaryBuilder.Build(strategy, rule, byRun[strategy.Label], header.Models);
        return new SweepSummary(spec.Name, header.SpecHash, header.CodeVersion, header.Dataset, header.Models, [.. runs], timing);
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
                    $"Problem {Quoted.Of(outcome.ProblemId)}, {outcome.Run}, seed {outcome.Seed} has two outcomes that differ.", nameof(outcomes));
            }
        }

        return known.Values;
    }
}
