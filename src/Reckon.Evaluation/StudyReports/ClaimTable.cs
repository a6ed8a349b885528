using System.Collections.Immutable;
using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.StudyReports;

/// <summary>A row for each claim.</summary>
internal static class ClaimTable
{
    public static TextTable Of(ImmutableArray<ClaimResult> claims) => new(
        "Claims",
        ["claim", "holds", "difference in points", "saving in generations", "in tokens", "in FLOPs", "in FLOPs, verifier free"],
        [.. claims.Select(Row)]);

    private static ImmutableArray<string> Row(ClaimResult result) =>
    [
        result.Claim.Text,
        result.Holds ? "yes" : "no",
        result.Difference is { } difference ? DifferenceText.Cell(difference) : Cells.Nothing,
        .. Enum.GetValues<CostUnit>().Select(unit => result.Savings.FirstOrDefault(saving => saving.Unit == unit) is { } saving
            ? Cells.Number($"x {saving.Ratio.Value:0.00} [{saving.Ratio.Interval.Low:0.00}, {saving.Ratio.Interval.High:0.00}]")
            : Cells.Nothing),
    ];
}
