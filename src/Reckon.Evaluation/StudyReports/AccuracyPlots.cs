using System.Collections.Immutable;
using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Accuracy against budget in each unit.</summary>
internal static class AccuracyPlots
{
    public static ImmutableArray<Plot> Of(StudyReport report)
    {
        var methods = Shown(report);
        return methods.IsEmpty ? [] :
        [
            .. new[] { CostUnit.Generations, CostUnit.Tokens, CostUnit.Flops }.Where(unit => IsKnown(report, unit)).Select(unit => new Plot(
                $"accuracy-by-{ClaimText.NameOf(unit).ToLowerInvariant()}",
                $"Accuracy against {ClaimText.NameOf(unit)}",
                $"{ClaimText.NameOf(unit)} of a trial",
                "accuracy, %",
                [.. methods.Select(method => new PlotSeries(method.ToString(), Points(report.Table.Curve(method), unit)))])
            {
                IsLogarithmic = true,
                Caption = report.Table.Methods.Length > methods.Length
                    ? "The methods of the families; all are in the table. Bands are 95 % intervals over problems."
                    : "Bands are 95 % intervals over problems.",
            }),
        ];
    }

    /// <summary>Methods that a plot shows: those of the families, else those by one way of choosing, as many as can be told apart.</summary>
    public static ImmutableArray<Method> Shown(StudyReport report)
    {
        var named = report.Families.SelectMany(family => family.Methods).Distinct();
        var last = report.Table.Methods[^1].Selection;
        return [.. (report.Families.IsEmpty ? report.Table.Methods.Where(method => method.Selection == last) : named).Take(Plot.MostSeries)];
    }

    // Imported results may not say what was spent.
    private static bool IsKnown(StudyReport report, CostUnit unit) => report.Table.Runs.All(run => run.MeanCost.In(unit) > 0);

    private static ImmutableArray<PlotPoint> Points(ImmutableArray<StudyRun> curve, CostUnit unit) =>
        [.. curve.Select(run => new PlotPoint(run.MeanCost.In(unit), 100 * run.Accuracy, 100 * run.Interval.Low, 100 * run.Interval.High))];
}
