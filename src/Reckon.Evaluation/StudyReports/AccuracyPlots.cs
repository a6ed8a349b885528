using System.Collections.Immutable;
using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Reports;
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
                [.. methods.Select(method => new PlotSeries(method.ToString(), Points(report.Table.Curve(method), cost => cost.In(unit))))])
            {
                IsLogarithmic = true,
                Caption = report.Table.Methods.Length > methods.Length
                    ? "Some of the methods; all are in the table. Bands are 95 % intervals over problems."
                    : "Bands are 95 % intervals over problems.",
            }),
            .. Seconds(report, methods),
        ];
    }

    // Imported results say nothing of time, nor do sweeps that took no time to draw what they knew.
    private static IEnumerable<Plot> Seconds(StudyReport report, ImmutableArray<Method> methods)
    {
        if (TimePrice.Of(report.Summary) is { } price)
        {
            yield return new Plot(
                "accuracy-by-seconds", "Accuracy against model time", "milliseconds of model time of a trial", "accuracy, %",
                [.. methods.Select(method => new PlotSeries(method.ToString(), Points(report.Table.Curve(method), cost => 1_000 * price.SecondsOf(cost))))])
            {
                IsLogarithmic = true,
                Caption = Cells.Number($"Outcomes hold no time. A trial's tokens count at what a token took in this sweep, batched as it was and without waiting: {1e6 * price.PerProposerToken:0.0} µs of the proposer, {1e6 * price.PerVerifierToken:0.0} µs of the verifier."),
            };
        }
    }

    /// <summary>
    /// Methods that a plot shows: those of the families, else those by one way of choosing, as many as can be told apart.
    /// </summary>
    public static ImmutableArray<Method> Shown(StudyReport report)
    {
        if (!report.Families.IsEmpty)
        {
            return [.. report.Families.SelectMany(family => family.Methods).Distinct().Take(Plot.MostSeries)];
        }

        var last = report.Table.Methods.Where(method => method.Selection == report.Table.Methods[^1].Selection).ToImmutableArray();
        return [.. (last.Length > 1 ? last : report.Table.Methods).Take(Plot.MostSeries)];
    }

    // Imported results may not say what was spent.
    private static bool IsKnown(StudyReport report, CostUnit unit) => report.Table.Runs.All(run => run.MeanCost.In(unit) > 0);

    private static ImmutableArray<PlotPoint> Points(ImmutableArray<StudyRun> curve, Func<TrialCost, double> amount) =>
        [.. curve.Select(run => new PlotPoint(amount(run.MeanCost), 100 * run.Accuracy, 100 * run.Interval.Low, 100 * run.Interval.High))];
}
