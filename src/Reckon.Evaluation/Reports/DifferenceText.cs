using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Reports;

/// <summary>A difference in words and in cells.</summary>
public static class DifferenceText
{
    /// <summary>The difference in points, its interval, p-value and what could have been seen.</summary>
    public static string Of(PairedDifference difference) => Cells.Number(
        $"{Cell(difference)} points, p = {difference.PValue:0.0000}; with a chance of 80 % these problems show {100 * difference.Detectable:0.0} points or more");

    /// <summary>The difference in points with its interval.</summary>
    public static string Cell(PairedDifference difference) =>
        Cells.Number($"{100 * difference.Mean:+0.0;-0.0;0.0} [{100 * difference.Low:+0.0;-0.0;0.0}, {100 * difference.High:+0.0;-0.0;0.0}]");
}
