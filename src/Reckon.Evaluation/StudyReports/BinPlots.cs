using System.Collections.Immutable;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Accuracy by bin, a group of bars for each.</summary>
internal static class BinPlots
{
    private const int MostMethods = 4;

    /// <summary>A plot at each of up to three budgets: the smallest, a middle one, and the largest at which there is a choice.</summary>
    public static ImmutableArray<Plot> Of(StudyReport report, MethodFamily family)
    {
        var budgets = new PolicyCurves(report.Table, 1, 0).Budgets(family);
        return
        [
            .. new[] { 0, budgets.Length / 2, budgets.Length - 1 }.Distinct()
                .Where(place => place >= 0 && place < budgets.Length)
                .Select(place => At(report, family, budgets[place])),
        ];
    }

    private static Plot At(StudyReport report, MethodFamily family, int n)
    {
        var binning = report.Binnings[0];
        return new Plot(
            FormattableString.Invariant($"bins-{Slug.Of(family.Name)}-{n}"),
            FormattableString.Invariant($"By difficulty at n = {n}, family '{family.Name}'"),
            $"bin by {binning.Name}, easy to hard", "accuracy, %",
            [
                .. family.Methods.Select(method => report.Table.Find(method, n)).Where(run => run is not null).Take(MostMethods).Select(run =>
                    new PlotSeries(
                        run!.Method.ToString(),
                        [
                            .. Enumerable.Range(0, binning.Bins).Where(bin => binning.Sizes[bin] > 0).Select(bin =>
                                BinTable.Estimate(run, binning, bin) is { } estimate
                                    ? new PlotPoint(bin, 100 * estimate.Mean, 100 * estimate.Low, 100 * estimate.High)
                                    : PlotPoint.Plain(bin, 0)),
                        ])),
            ])
        {
            Groups = [.. Enumerable.Range(1, binning.Bins).Select(bin => FormattableString.Invariant($"{bin}"))],
            Caption = "Whiskers are 95 % intervals over problems.",
        };
    }
}
