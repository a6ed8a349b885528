using System.Text.RegularExpressions;
using ScottPlot;
using Drawing = ScottPlot.Plot;
using Plot = Reckon.Evaluation.Plots.Plot;
using PlotSeries = Reckon.Evaluation.Plots.PlotSeries;

namespace Reckon.Plots;

/// <summary>Draws plots. The same plot gives the same drawing on one machine; letters depend on its fonts.</summary>
public static partial class PlotDrawing
{
    private const int Width = 820;
    private const int Height = 500;
    private const int Sharpness = 2; // Pixels of a PNG for each of an SVG.
    private const float LineWidth = 2.2f;
    private const string Font = "DejaVu Sans";
    private const byte BandOpacity = 30;
    private const double GroupWidth = 0.8;

    // Okabe and Ito 2008: told apart with every common colour blindness, and with markers besides.
    private static readonly string[] _colors = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#8C6D00", "#7F7F7F"];

    // The same in the order of hues, lighter where the dark ones sink into a dark page.
    private static readonly string[] _darkColors = ["#4FA8E8", "#E69F00", "#1FBF8F", "#F07B3F", "#DE97BE", "#F0E442", "#B89A3A", "#A8A8A8"];

    private static readonly MarkerShape[] _markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond,
        MarkerShape.OpenCircle, MarkerShape.OpenSquare, MarkerShape.FilledTriangleDown, MarkerShape.Cross,
    ];

    // Letters as wide as those that the drawing was laid out with, wherever the page is read.
    private const string FontsOfPages = "'DejaVu Sans', Verdana, Geneva, sans-serif";

    /// <summary>The plot as SVG.</summary>
    public static string Svg(Plot plot, bool isDark) =>
        FontFamily().Replace(Draw(plot, isDark).GetSvgXml(Width, Height), $"font-family=\"{FontsOfPages}\"");

    /// <summary>The plot as PNG, for light pages.</summary>
    public static byte[] Png(Plot plot)
    {
        var drawing = Draw(plot, isDark: false);
        drawing.ScaleFactor = Sharpness;
        return drawing.GetImageBytes(Width * Sharpness, Height * Sharpness, ImageFormat.Png);
    }

    private static Drawing Draw(Plot plot, bool isDark)
    {
        var drawing = new Drawing();
        Color(drawing, isDark);
        drawing.Title(plot.Title, 17);
        drawing.XLabel(plot.XLabel, 14);
        drawing.YLabel(plot.YLabel, 14);
        if (plot.Groups.IsEmpty)
        {
            AddLines(drawing, plot, isDark);
        }
        else
        {
            AddBars(drawing, plot, isDark);
        }

        drawing.HideLegend();
        drawing.Font.Set(Font);
        if (plot.Series.Length > 1)
        {
            drawing.Legend.FontSize = 13;
            drawing.Legend.Orientation = Orientation.Horizontal;
            drawing.ShowLegend(Edge.Bottom);
        }

        return drawing;
    }

    private static void Color(Drawing drawing, bool isDark)
    {
        var (page, ink, grid) = isDark ? ("#1c2027", "#d5dae2", "#353c47") : ("#ffffff", "#2b333f", "#e3e7ed");
        drawing.FigureBackground.Color = ScottPlot.Color.FromHex(page);
        drawing.DataBackground.Color = ScottPlot.Color.FromHex(page);
        drawing.Axes.Color(ScottPlot.Color.FromHex(ink));
        drawing.Grid.MajorLineColor = ScottPlot.Color.FromHex(grid);
        drawing.Legend.BackgroundColor = ScottPlot.Color.FromHex(page);
        drawing.Legend.FontColor = ScottPlot.Color.FromHex(ink);
        drawing.Legend.OutlineWidth = 0;
        drawing.Legend.ShadowColor = Colors.Transparent;
        drawing.Axes.Right.FrameLineStyle.Width = 0;
        drawing.Axes.Top.FrameLineStyle.Width = 0;
    }

    private static void AddLines(Drawing drawing, Plot plot, bool isDark)
    {
        foreach (var (place, series) in plot.Series.Index())
        {
            AddSeries(drawing, plot, series, PlotStyle.Of(plot, place, isDark ? _darkColors : _colors, _markers));
        }

        if (plot.HasDiagonal)
        {
            var numbers = plot.Series.SelectMany(series => series.Points).SelectMany(point => new[] { point.X, point.Y }).ToList();
            var line = drawing.Add.Line(numbers.Min(), numbers.Min(), numbers.Max(), numbers.Max());
            line.LinePattern = LinePattern.Dashed;
            line.Color = ScottPlot.Color.FromHex(isDark ? "#9aa4b2" : "#5c6675");
        }

        if (plot.IsLogarithmic)
        {
            var ticks = AxisTicks.Logarithmic([.. plot.Series.SelectMany(series => series.Points).Select(point => point.X)]);
            drawing.Axes.Bottom.SetTicks([.. ticks.Select(tick => Math.Log2(tick.Value))], [.. ticks.Select(tick => tick.Text)]);
        }
    }

    private static void AddSeries(Drawing drawing, Plot plot, PlotSeries series, (Color Color, MarkerShape Marker) style)
    {
        if (series.Points.IsEmpty)
        {
            return;
        }

        double[] xs = [.. series.Points.Select(point => plot.IsLogarithmic ? Math.Log2(point.X) : point.X)];
        if (series.Points.Any(point => point.High > point.Low))
        {
            var band = drawing.Add.FillY(xs, [.. series.Points.Select(point => point.Low)], [.. series.Points.Select(point => point.High)]);
            band.FillColor = style.Color.WithAlpha(BandOpacity);
            band.LineWidth = 0;
        }

        var line = drawing.Add.Scatter(xs, series.Points.Select(point => point.Y).ToArray());
        line.Color = style.Color;
        line.LineWidth = series.IsStarred ? 0 : LineWidth;
        line.MarkerShape = series.IsStarred ? MarkerShape.Asterisk : style.Marker;
        line.MarkerSize = series.IsStarred ? 15 : 8;
        line.MarkerLineWidth = series.IsStarred ? 2 : 1;
        line.LegendText = series.Name;
    }

    private static void AddBars(Drawing drawing, Plot plot, bool isDark)
    {
        var width = GroupWidth / plot.Series.Length;
        foreach (var (place, series) in plot.Series.Index())
        {
            var color = ScottPlot.Color.FromHex((isDark ? _darkColors : _colors)[place % _colors.Length]);
            var bars = drawing.Add.Bars(series.Points.Select(point => new Bar
            {
                Position = point.X + ((place - ((plot.Series.Length - 1) / 2.0)) * width),
                Value = point.Y,
                Size = width * 0.92,
                FillColor = color,
                LineWidth = 0,
            }).ToArray());
            bars.LegendText = series.Name;
            foreach (var point in series.Points.Where(point => point.High > point.Low))
            {
                var x = point.X + ((place - ((plot.Series.Length - 1) / 2.0)) * width);
                var whisker = drawing.Add.Line(x, point.Low, x, point.High);
                whisker.Color = ScottPlot.Color.FromHex(isDark ? "#d5dae2" : "#2b333f");
                whisker.LineWidth = 1.2f;
            }
        }

        drawing.Axes.Bottom.SetTicks([.. Enumerable.Range(0, plot.Groups.Length).Select(group => (double)group)], [.. plot.Groups]);
        if (plot.Groups.Any(group => group.Length > 4))
        {
            drawing.Axes.Bottom.TickLabelStyle.Rotation = -35;
            drawing.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            drawing.Axes.Bottom.MinimumSize = 110;
        }

        drawing.Axes.SetLimitsY(0, Math.Max(1, plot.Series.SelectMany(series => series.Points).Max(point => point.High)) * 1.05);
    }

    [GeneratedRegex("font-family=\"[^\"]*\"")]
    private static partial Regex FontFamily();
}
