using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Exchanges;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>The small model's curve in each bin, with stars where the larger model stands.</summary>
internal static class ExchangePlots
{
    public static ImmutableArray<Plot> Of(StudyReport report)
    {
        var curve = report.Table.Curve(report.Families[0].Methods[0]);
        var binning = report.Binnings.FirstOrDefault(one => one.Kind == DifficultyKind.Oracle);
        var stars = report.Exchanges.Where(point => point.Formula == report.Exchanges[0].Formula).ToImmutableArray();
        return
        [
            new Plot(
                "exchange", "More thinking or a larger model", "greedy answers' worth of inference", "accuracy, %",
                [
                    .. report.Exchanges[0].Cells.Where(cell => cell.Bin is null or 0 or 2 or 4).SelectMany(cell => new[]
                    {
                        new PlotSeries($"{NameOf(cell.Bin)}, small", [.. curve.Select(run => PlotPoint.Plain(run.N, 100 * Accuracy(run, binning, cell.Bin)))]),
                        new PlotSeries(
                            $"{NameOf(cell.Bin)}, large",
                            [
                                .. stars.OrderBy(point => point.Multiplier).Select(point => PlotPoint.Plain(
                                    point.Multiplier, 100 * point.Cells.First(other => other.Bin == cell.Bin).Large)),
                            ],
                            IsStarred: true),
                    }),
                ])
            {
                IsLogarithmic = true,
                Caption = "Stars stand where the small model's inference costs what the larger model costs in training and inference together, for the given R, the largest R on the left.",
            },
        ];
    }

    private static string NameOf(int? bin) => bin is { } one ? FormattableString.Invariant($"bin {one + 1}") : "all";

    private static double Accuracy(StudyRun run, Binning? binning, int? bin) =>
        bin is { } one && binning is not null ? BinTable.Estimate(run, binning, one)?.Mean ?? 0 : run.Accuracy;
}
