using System.Collections.Immutable;

namespace Reckon.Evaluation.Plots;

/// <summary>What is drawn in one colour.</summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="Points">Its points, by ascending x.</param>
/// <param name="IsStarred">Whether points are stars without a line between them: something to be compared with.</param>
public sealed record PlotSeries(string Name, ImmutableArray<PlotPoint> Points, bool IsStarred = false);
