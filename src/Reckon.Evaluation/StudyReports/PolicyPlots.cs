using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.StudyReports;

/// <summary>The compute-optimal curve beside what it is compared with.</summary>
internal static class PolicyPlots
{
    /// <summary>The plot of a family; null where it has no point.</summary>
    public static Plot? Curve(StudyReport report, string family)
    {
        var points = report.Policies.Where(point => point.Family == family).ToImmutableArray();
        if (points.IsEmpty)
        {
            return null;
        }

        var methods = report.Families.First(known => known.Name == family).Methods;
        ImmutableArray<string> shown =
        [
            .. report.Binnings.Where(binning => !binning.IsAbsolute).Where(binning => binning.Kind is DifficultyKind.Oracle or DifficultyKind.Random || binning.ProbeAnswers > 0)
                .Select(binning => binning.Name)
                .Where(name => !name.StartsWith("log", StringComparison.Ordinal) && !name.StartsWith("agreement", StringComparison.Ordinal)),
        ];
        return new Plot(
            $"policy-{Slug.Of(family)}", $"Choosing by difficulty, family '{family}'", "generations of a trial", "accuracy, %",
            [
                .. shown.Select(name => new PlotSeries(
                    $"policy, {name}",
                    [.. points.Where(point => point.Binning == name).Select(point => new PlotPoint(
                        point.Cost.Generations, 100 * point.Accuracy.Mean, 100 * point.Accuracy.Low, 100 * point.Accuracy.High))])),
                .. methods.Take(Plot.MostSeries - shown.Length).Select(method => new PlotSeries(
                    method.ToString(),
                    [.. report.Table.Curve(method).Select(run => PlotPoint.Plain(run.MeanCost.In(CostUnit.Generations), 100 * run.Accuracy))])),
            ])
        {
            IsLogarithmic = true,
            Caption = "Policies are cross-validated; a probe that is not used again is charged. Bands are 95 % intervals over problems.",
        };
    }
}
