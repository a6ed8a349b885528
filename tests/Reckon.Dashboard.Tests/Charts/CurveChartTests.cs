using Reckon.Dashboard.Charts;

namespace Reckon.Dashboard.Tests.Charts;

public sealed class CurveChartTests
{
    [Fact]
    public void Without_points_there_is_no_picture() => Assert.Null(CurveChart.Of([new ChartSeries("a", [])]));

    [Fact]
    public void Equal_factors_of_cost_are_equally_far_apart()
    {
        var points = CurveChart.Of([Curve(1, 4, 16)])!.Series[0].Points;
        Assert.Equal(points[1].X - points[0].X, points[2].X - points[1].X, 6);
    }

    [Fact]
    public void Everything_is_inside_the_axes() => Assert.All(
        CurveChart.Of([Curve(1, 64), Curve(3)])!.Series.SelectMany(curve => curve.Points),
        point =>
        {
            Assert.InRange(point.X, CurveChart.Left, CurveChart.Right);
            Assert.InRange(point.High, CurveChart.Top, point.Y);
            Assert.InRange(point.Low, point.Y, CurveChart.Bottom);
        });

    [Fact]
    public void Marks_are_named_at_1_2_and_5() => Assert.Equal(
        ["1", "2", "5", "10", "20", "50"],
        CurveChart.Of([Curve(1, 64)])!.Across.Select(tick => tick.Text).Where(text => text.Length > 0));

    [Fact]
    public void A_single_point_has_a_picture() => Assert.Single(CurveChart.Of([Curve(5)])!.Series[0].Points);

    [Fact]
    public void What_costs_nothing_is_left_out() => Assert.Single(CurveChart.Of([Curve(0, 5)])!.Series[0].Points);

    private static ChartSeries Curve(params double[] costs) =>
        new("a", [.. costs.Select(cost => new ChartPoint(cost, 0.6, 0.55, 0.65, ""))]);
}
