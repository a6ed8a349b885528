using System.Collections.Immutable;
using Reckon.Evaluation.Exchanges;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Which model to buy, by R, formula and bin.</summary>
internal static class ExchangeTable
{
    public static TextTable Of(ImmutableArray<ExchangePoint> points) => new(
        "Small model less large model, in points [95 % interval], and which to buy",
        ["formula", "R", "greedy answers' worth", .. points[0].Cells.Select(cell => cell.Bin is { } bin ? Cells.Number($"bin {bin + 1}") : "all")],
        [
            .. points.Select(point => (ImmutableArray<string>)
            [
                point.Formula,
                Cells.Number($"{point.Ratio:0.###}"),
                Cells.Number($"{(point.IsBeyond ? "> " : "")}{point.Multiplier:0.0}"),
                .. point.Cells.Select(cell => $"{DifferenceText.Cell(cell.Difference)} {cell.Verdict}"),
            ]),
        ]);
}
