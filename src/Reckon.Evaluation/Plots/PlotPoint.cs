namespace Reckon.Evaluation.Plots;

/// <summary>A point with its interval.</summary>
/// <param name="X">Where, in the unit of the axis.</param>
/// <param name="Y">The value.</param>
/// <param name="Low">Lower end of its interval; the value itself where there is none.</param>
/// <param name="High">Upper end.</param>
public readonly record struct PlotPoint(double X, double Y, double Low, double High)
{
    /// <summary>A point without an interval.</summary>
    public static PlotPoint Plain(double x, double y) => new(x, y, y, y);
}
