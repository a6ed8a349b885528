using ScottPlot;
using Plot = Reckon.Evaluation.Plots.Plot;

namespace Reckon.Plots;

/// <summary>The colour and the marker of a series: stars have those of the line before them, which they are compared with.</summary>
internal static class PlotStyle
{
    public static (Color Color, MarkerShape Marker) Of(Plot plot, int place, string[] colors, MarkerShape[] markers)
    {
        var own = plot.Series.Take(place).Count(series => !series.IsStarred) - (plot.Series[place].IsStarred ? 1 : 0);
        return (Color.FromHex(colors[Math.Max(0, own) % colors.Length]), markers[Math.Max(0, own) % markers.Length]);
    }
}
