using System.Globalization;

namespace Reckon.Evaluation.Reports;

/// <summary>How numbers are written in the cells of tables.</summary>
internal static class Cells
{
    /// <summary>Where there is no number.</summary>
    public const string Nothing = "-";

    /// <summary>A share as a percentage, with its interval.</summary>
    public static string WithInterval(MeanEstimate estimate) => WithInterval(estimate.Mean, estimate.Low, estimate.High);

    /// <summary>A share as a percentage, with its interval.</summary>
    public static string WithInterval(double share, double low, double high) => Number($"{Percent(share)} [{Percent(low)}, {Percent(high)}]");

    /// <summary>A share in [0, 1] as a percentage.</summary>
    public static string Percent(double share) => Number($"{100 * share:0.0}");

    /// <summary>The text, the same in every language.</summary>
    public static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
