using System.Collections.Immutable;
using Reckon.Evaluation.Plots;

namespace Reckon.Evaluation.StudyReports;

/// <summary>How well scores say what is right.</summary>
internal static class VerifierPlots
{
    public static ImmutableArray<Plot> Of(StudyReport report) => report.Calibration.IsEmpty ? [] :
    [
        new Plot(
            "calibration", "Calibration of the verifier", "score, %", "right, %",
            [new PlotSeries("answers by tenths of the score", [.. report.Calibration.Select(bin => PlotPoint.Plain(100 * bin.MeanScore, 100 * bin.Right))])])
        {
            HasDiagonal = true,
            Caption = "On the dashed line scores mean what they say.",
        },
    ];
}
