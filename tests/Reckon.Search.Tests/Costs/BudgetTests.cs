using Reckon.Search.Costs;

namespace Reckon.Search.Tests.Costs;

public sealed class BudgetTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData(4, null, true)]
    [InlineData(3, null, false)]
    [InlineData(null, 60, true)]
    [InlineData(null, 59, false)]
    [InlineData(4, 59, false)]
    [InlineData(3, 60, false)]
    [InlineData(4, 60, true)]
    public void Covers_a_cost_that_stays_within_every_limit(int? generations, int? tokens, bool isCovered) =>
        Assert.Equal(isCovered, new Budget(generations, tokens).Covers(new Cost(4, 10, 20, 30)));

    [Fact]
    public void Without_limits_covers_everything() =>
        Assert.True(Budget.Unlimited.Covers(new Cost(int.MaxValue, long.MaxValue / 3, long.MaxValue / 3, long.MaxValue / 3)));
}
