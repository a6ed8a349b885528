namespace Reckon.Dashboard.Charts;

/// <summary>A mark on an axis.</summary>
/// <param name="At">Where, in units of the picture.</param>
/// <param name="Text">What stands there; empty for a mark between others.</param>
public readonly record struct ChartTick(double At, string Text);
