using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.Policies;

/// <summary>The compute-optimal curves of a study: a point for each family, binning and budget at which two methods of the family were run.</summary>
/// <param name="table">The study.</param>
/// <param name="halvings">How often problems are halved.</param>
/// <param name="seed">From which halvings and random bins follow.</param>
public sealed class PolicyCurves(StudyTable table, int halvings, long seed)
{
    /// <summary>The points of <paramref name="family"/>, by binning, then by budget.</summary>
    public ImmutableArray<PolicyPoint> Of(MethodFamily family, IEnumerable<Binning> binnings) =>
    [
        .. from binning in binnings
           from n in Budgets(family)
           select Point(family, binning, n),
    ];

    /// <summary>
    /// The budgets at which as many methods of <paramref name="family"/> were run as at any, and not all got the same, in ascending order: with
    /// fewer to choose from, a curve would fall for that alone.
    /// </summary>
    public ImmutableArray<int> Budgets(MethodFamily family)
    {
        var byBudget = table.Runs.Where(run => family.Methods.Contains(run.Method)).GroupBy(run => run.N).ToList();
        var most = byBudget.Max(runs => runs.Count());
        return
        [
            .. byBudget.Where(runs => most > 1 && runs.Count() == most && runs.Any(run => !run.Credits.SequenceEqual(runs.First().Credits)))
                .Select(runs => runs.Key)
                .Order(),
        ];
    }

    /// <summary>The runs of <paramref name="family"/> at <paramref name="n"/>, in the family's order.</summary>
    public ImmutableArray<StudyRun> Candidates(MethodFamily family, int n) =>
        [.. family.Methods.Select(method => table.Find(method, n)).OfType<StudyRun>()];

    private PolicyPoint Point(MethodFamily family, Binning binning, int n)
    {
        var candidates = Candidates(family, n);
        var result = new CrossValidation(candidates, halvings, seed).Run(binning);
        var hindsight = candidates.MaxBy(run => run.Accuracy)!; // There are two at least.
        var policy = ByProblem(result.Policy);
        var interval = ClusteredInterval.OfMean(policy);
        return new PolicyPoint(
            family.Name, binning.Name, n,
            new MeanEstimate(policy.Average(), interval.Low, interval.High),
            result.Costs.Aggregate(default(TrialCost), TrialCost.Add) * (1.0 / result.Costs.Length) + Probe(binning, candidates, result),
            [.. result.Picks.Select(pick => candidates[pick].Method)],
            result.SameForAll.Average(), hindsight.Accuracy, hindsight.Method,
            Enumerable.Range(0, policy.Length).Average(problem => candidates.Max(run => run.ByProblem[problem])),
            Over(ByProblem(result.SameForAll)), Over(hindsight.ByProblem), Over(candidates[0].ByProblem));

        PairedDifference Over(ImmutableArray<double> other) => PairedDifference.Of(PerProblem.Differences(policy, other));
    }

    private ImmutableArray<double> ByProblem(ImmutableArray<double> trials) => PerProblem.Means(trials, table.Seeds.Length);

    // The first answers of best-of-n are those that were drawn to find the bin; any other method draws its own beside them.
    private TrialCost Probe(Binning binning, ImmutableArray<StudyRun> candidates, CrossValidated result)
    {
        if (binning.ProbeAnswers == 0 || table.Runs.FirstOrDefault(IsProbe) is not { } probe)
        {
            return default;
        }

        var paid = binning.BinOf.Count(bin => !ProbeReuse.Has(candidates[result.Picks[bin]].Method)) / (double)binning.BinOf.Length;
        return probe.MeanCost * (paid * binning.ProbeAnswers / probe.N);
    }

    private static bool IsProbe(StudyRun run) => ProbeReuse.Has(run.Method);
}
