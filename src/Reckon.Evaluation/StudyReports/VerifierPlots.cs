using System.Collections.Immutable;
using Reckon.Evaluation.Plots;

namespace Reckon.Evaluation.StudyReports;

/// <summary>How well scores say what is right.</summary>
internal static class VerifierPlots
{
    public static ImmutableArray<Plot> Of(StudyReport report) => [.. Calibration(report), .. Chosen(report)];

    private static ImmutableArray<Plot> Calibration(StudyReport report) => report.Calibration.IsEmpty ? [] :
    [
        new Plot(
            "calibration", "Calibration of the verifier", "score, %", "right, %",
            [new PlotSeries("answers by tenths of the score", [.. report.Calibration.Select(bin => PlotPoint.Plain(100 * bin.MeanScore, 100 * bin.Right))])])
        {
            HasDiagonal = true,
            Caption = "On the dashed line scores mean what they say.",
        },
    ];

    // Scores of chosen solutions rise with n; where accuracy does not rise with them, what rises is what the verifier likes.
    private static IEnumerable<Plot> Chosen(StudyReport report)
    {
        var shown = AccuracyPlots.Shown(report);
        var points = report.Chosen.Select(signs => (Run: ChosenRun.Of(report.Table, signs), signs.Score)).Where(point => point.Run is not null)
            .ToLookup(point => point.Run!.Method, point => (point.Run!.N, Point: PlotPoint.Plain(100 * point.Score, 100 * point.Run.Accuracy)));
        ImmutableArray<PlotSeries> series =
        [
            .. shown.Where(method => points[method].Any()).Select(method => new PlotSeries(
                method.ToString(), [.. points[method].OrderBy(point => point.N).Select(point => point.Point)])),
        ];
        if (!series.IsEmpty)
        {
            yield return new Plot("chosen-score", "Score of what is chosen against accuracy", "mean score of the chosen solution, %", "accuracy, %", series)
            {
                HasDiagonal = true,
                Caption = "Each line goes from the smallest n to the largest. On the dashed line scores mean what they say; a line that goes right and not up finds what the verifier likes.",
            };
        }
    }
}
