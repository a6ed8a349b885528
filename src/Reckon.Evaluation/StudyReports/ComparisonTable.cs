using System.Collections.Immutable;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.StudyReports;

/// <summary>A row for each run that is compared with the baseline.</summary>
internal static class ComparisonTable
{
    public static TextTable Of(ImmutableArray<RunComparison> comparisons) => new(
        "Differences in points [95 % interval]",
        ["method", "n", "difference", "p", "p corrected", "visible"],
        [
            .. comparisons.Select(one => ImmutableArray.Create(
                one.Run.Method.ToString(),
                Cells.Number($"{one.Run.N}"),
                DifferenceText.Cell(one.Difference),
                Cells.Number($"{one.Difference.PValue:0.0000}"),
                Cells.Number($"{one.Corrected:0.0000}"),
                Cells.Number($"{100 * one.Difference.Detectable:0.0}"))),
        ]);
}
