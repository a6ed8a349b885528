using System.Collections.Immutable;
using System.Globalization;
using Reckon.Dashboard.Text;

namespace Reckon.Dashboard.Charts;

/// <summary>Curves over a logarithmic axis, placed in a picture. Pure.</summary>
/// <param name="Series">The curves.</param>
/// <param name="Across">Marks of the axis of costs.</param>
/// <param name="Up">Marks of the axis of shares.</param>
public sealed record CurveChart(ImmutableArray<DrawnSeries> Series, ImmutableArray<ChartTick> Across, ImmutableArray<ChartTick> Up)
{
    /// <summary>Width of the picture.</summary>
    public const int Width = 600;

    /// <summary>Its height.</summary>
    public const int Height = 320;

    /// <summary>Where the axis of shares stands.</summary>
    public const int Left = 52;

    /// <summary>Where the axis of costs ends.</summary>
    public const int Right = 588;

    /// <summary>Where the axis of shares ends.</summary>
    public const int Top = 12;

    /// <summary>Where the axis of costs stands.</summary>
    public const int Bottom = 276;

    private const int LargestStep = 20; // Per cent between two marks.
    private const double Margin = 0.04;

    /// <summary>The picture of <paramref name="series"/>; null where there is nothing to draw.</summary>
    public static CurveChart? Of(IReadOnlyCollection<ChartSeries> series)
    {
        var points = series.SelectMany(curve => curve.Points).Where(point => point.X > 0).ToList();
        if (points.Count == 0)
        {
            return null;
        }

        var (first, last) = Decades(points.Min(point => point.X), points.Max(point => point.X));
        var (low, high, step) = Shares(points.Min(point => point.Low), points.Max(point => point.High));
        double X(double value) => Left + ((Right - Left) * (Math.Log10(value) - first) / (last - first));
        double Y(double share) => Bottom - ((Bottom - Top) * (share - low) / (high - low));
        return new CurveChart(
            [
                .. series.Select(curve => new DrawnSeries(curve.Name,
                [
                    .. curve.Points.Where(point => point.X > 0)
                        .Select(point => new DrawnPoint(X(point.X), Y(point.Y), Y(point.Low), Y(point.High), point.Label, point.IsBest)),
                ])),
            ],
            Costs(first, last, X),
            ShareTicks(low, high, step, Y));
    }

    // A little room at both ends.
    private static (double First, double Last) Decades(double least, double most)
    {
        var (first, last) = (Math.Log10(least), Math.Log10(most));
        var room = Math.Max(0.15, Margin * (last - first));
        return (first - room, last + room);
    }

    // In whole steps of so many per cent that four to eight of them are enough.
    private static (double Low, double High, double Step) Shares(double least, double most)
    {
        var step = ((int[])[1, 2, 5, 10, LargestStep]).First(size => size == LargestStep || (100 * (most - least) / size) <= 7) / 100.0;
        var low = Math.Max(0, Math.Floor(least / step) * step);
        var high = Math.Min(1, Math.Ceiling(most / step) * step);
        return (low, high > low ? high : low + step, step);
    }

    private static ImmutableArray<ChartTick> Costs(double first, double last, Func<double, double> place)
    {
        var isWide = last - first > 4; // Then only powers of ten are named.
        var ticks = from decade in Enumerable.Range((int)Math.Floor(first), (int)(Math.Ceiling(last) - Math.Floor(first)) + 1)
                    from digit in Enumerable.Range(1, 9)
                    let value = digit * Math.Pow(10, decade)
                    let log = Math.Log10(value)
                    where log >= first && log <= last
                    select new ChartTick(place(value), digit == 1 || (!isWide && digit is 2 or 5) ? Figures.Brief(value) : "");
        return [.. ticks];
    }

    private static ImmutableArray<ChartTick> ShareTicks(double low, double high, double step, Func<double, double> place) =>
    [
        .. Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1)
            .Select(i => low + (i * step))
            .Select(share => new ChartTick(place(share), (100 * share).ToString("0", CultureInfo.InvariantCulture))),
    ];
}
