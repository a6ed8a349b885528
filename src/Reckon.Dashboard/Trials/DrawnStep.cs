namespace Reckon.Dashboard.Trials;

/// <summary>A step, placed in the picture of a tree.</summary>
/// <param name="Line">The step.</param>
/// <param name="X">From the left.</param>
/// <param name="Y">From above.</param>
/// <param name="ParentX">Where the step before it is.</param>
/// <param name="ParentY">Likewise.</param>
public sealed record DrawnStep(TrialLine Line, double X, double Y, double ParentX, double ParentY);
