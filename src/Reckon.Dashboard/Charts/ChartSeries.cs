using System.Collections.Immutable;

namespace Reckon.Dashboard.Charts;

/// <summary>A curve.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">Its points, from left to right; not empty.</param>
public sealed record ChartSeries(string Name, ImmutableArray<ChartPoint> Points);
