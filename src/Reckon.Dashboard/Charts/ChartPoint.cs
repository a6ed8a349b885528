namespace Reckon.Dashboard.Charts;

/// <summary>A point of a curve with its confidence interval.</summary>
/// <param name="X">Where it is, above 0.</param>
/// <param name="Y">Its value, in [0, 1].</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Label">What it is, for people.</param>
public sealed record ChartPoint(double X, double Y, double Low, double High, string Label)
{
    /// <summary>Whether it is the best of all.</summary>
    public bool IsBest { get; init; }
}
