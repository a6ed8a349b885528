using System.Collections.Immutable;
using System.Globalization;

namespace Reckon.Dashboard.Charts;

/// <summary>A curve, placed.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">Its points, from left to right.</param>
public sealed record DrawnSeries(string Name, ImmutableArray<DrawnPoint> Points)
{
    /// <summary>The line through its points, as SVG writes points.</summary>
    public string Line => Path(Points.Select(point => (point.X, point.Y)));

    /// <summary>The outline of its band.</summary>
    public string Band => Path(
        Points.Select(point => (point.X, point.High)).Concat(Points.AsEnumerable().Reverse().Select(point => (point.X, point.Low))));

    private static string Path(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
}
