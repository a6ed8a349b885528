namespace Reckon.Dashboard.Charts;

/// <summary>A point, placed.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From above.</param>
/// <param name="Low">The lower end of its interval, from above.</param>
/// <param name="High">The upper end, from above.</param>
/// <param name="Label">What it is, for people.</param>
/// <param name="IsBest">Whether it is the best of all.</param>
public readonly record struct DrawnPoint(double X, double Y, double Low, double High, string Label, bool IsBest);
