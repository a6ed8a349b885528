using System.Collections.Immutable;
using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.StudyReports;

/// <summary>How much more the baseline needs for what choosing, or another method, gets: the ratio at each budget.</summary>
internal static class SavingPlots
{
    private const int MostPolicies = 3;

    /// <summary>The plot of a family; null where the baseline reaches nothing that the others get.</summary>
    public static Plot? Of(StudyReport report, MethodFamily family)
    {
        var baseline = family.Methods[0];
        (double Cost, double Accuracy)[] curve = [.. report.Table.Curve(baseline).Select(run => (run.MeanCost.Generations, run.Accuracy))];
        ImmutableArray<PlotSeries> others =
        [
            .. report.Binnings.Where(IsShown).Take(MostPolicies).Select(binning => new PlotSeries(
                $"policy, {binning.Name}",
                Ratios(curve, report.Policies.Where(point => point.Family == family.Name && point.Binning == binning.Name)
                    .Select(point => (point.Cost.Generations, point.Accuracy.Mean))))),
            .. family.Methods.Skip(1).Take(Plot.MostSeries - MostPolicies - 1).Select(method => new PlotSeries(
                method.ToString(), Ratios(curve, report.Table.Curve(method).Select(run => (run.MeanCost.Generations, run.Accuracy))))),
        ];
        others = [.. others.Where(series => !series.Points.IsEmpty)];
        return others.IsEmpty ? null : new Plot(
            $"saving-{Slug.Of(family.Name)}", $"Generations of {baseline} for the same accuracy", "generations of a trial", "times as many",
            [new PlotSeries($"{baseline}", [.. curve.Select(point => PlotPoint.Plain(point.Cost, 1))]), .. others])
        {
            IsLogarithmic = true,
            Caption = $"Above 1 is saved. Where {baseline} reaches an accuracy at no n that was run there is no point: the saving is larger than can be told. Claims have intervals; these ratios have none.",
        };
    }

    private static bool IsShown(Binning binning) => !binning.IsAbsolute
        && (binning.Kind is DifficultyKind.Oracle or DifficultyKind.Random || (binning.Kind == DifficultyKind.MeanScore && binning.ProbeAnswers > 0));

    private static ImmutableArray<PlotPoint> Ratios(
        (double Cost, double Accuracy)[] baseline, IEnumerable<(double Cost, double Accuracy)> points) =>
    [
        .. from point in points
           let reached = Crossing.Of(baseline, point.Accuracy)
           where reached is not null
           select PlotPoint.Plain(point.Cost, reached.Value / point.Cost),
    ];
}
