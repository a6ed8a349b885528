using Reckon.Evaluation.Exchanges;
using Reckon.Evaluation.Tests.Studies;

namespace Reckon.Evaluation.Tests.Exchanges;

public sealed class ExchangeTests
{
    /// <summary>With M = 14 both versions of the paper place their stars near 256, 64 and 16 generations.</summary>
    [Theory]
    [InlineData(0.16, false, 257.75)]
    [InlineData(0.79, false, 63.37)]
    [InlineData(22, false, 15.77)]
    [InlineData(0.08, true, 257.75)]
    [InlineData(0.40, true, 62.75)]
    [InlineData(11, true, 15.77)]
    public void Multipliers_are_the_papers(double ratio, bool isCharged, double expected) =>
        Assert.Equal(expected, ExchangeRule.Multiplier(14, ratio, isCharged), 2);

    [Fact]
    public void The_small_model_is_taken_at_the_budget_that_the_larger_one_costs()
    {
        var table = SomeStudy.Table(40, (SomeStudy.Vote, 4, (_, _) => 0), (SomeStudy.Vote, 16, (_, _) => 1));
        var large = table.Problems.Select(_ => 0.25);

        // M = 2 and R = 0.5: 2 + 3 · 1 / 0.5 = 8, half-way between 4 and 16.
        var points = new Exchange(table.Curve(SomeStudy.Vote), [.. large], 2, null).Points([0.5], null);

        Assert.Equal([8, 8], points.Select(point => point.Multiplier));
        Assert.Equal(0.5, points[0].Cells[0].Small, 9);
        Assert.Equal("small", points[0].Cells[0].Verdict);
    }

    [Fact]
    public void Beyond_the_last_run_the_small_model_has_what_it_got_there()
    {
        var table = SomeStudy.Table(40, (SomeStudy.Vote, 4, (_, _) => 0));

        var point = new Exchange(table.Curve(SomeStudy.Vote), [.. table.Problems.Select(_ => 1.0)], 5, null).Points([0.16], null)[0];

        Assert.True(point.IsBeyond);
        Assert.Equal("large", point.Cells[0].Verdict);
    }
}
