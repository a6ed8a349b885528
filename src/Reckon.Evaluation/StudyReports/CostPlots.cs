using System.Collections.Immutable;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Where the compute goes.</summary>
internal static class CostPlots
{
    private const int MostRuns = 12;

    /// <summary>Proposer and verifier of each run, those with the most compute where there are many.</summary>
    public static Plot Split(StudyReport report)
    {
        ImmutableArray<StudyRun> runs =
        [
            .. report.Table.Runs.DistinctBy(run => (run.Method.Strategy, run.N)).OrderByDescending(run => run.MeanCost.Flops).Take(MostRuns).Reverse(),
        ];
        return new Plot(
            "cost-split", "FLOPs of a trial by model", "", "million FLOPs",
            [
                new PlotSeries("proposer", [.. runs.Select((run, place) => PlotPoint.Plain(place, run.MeanCost.ProposerFlops / 1e6))]),
                new PlotSeries("verifier", [.. runs.Select((run, place) => PlotPoint.Plain(place, (run.MeanCost.Flops - run.MeanCost.ProposerFlops) / 1e6))]),
            ])
        {
            Groups = [.. runs.Select(run => FormattableString.Invariant($"{run.Method.Strategy} n={run.N}"))],
            Caption = FormattableString.Invariant($"The {runs.Length} runs with the most compute."),
        };
    }
}
