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
        Assert.Equal(isCovered, new Budget(generations, tokens).Covers(new Cost(4, 10, 20, 30), default));

    [Theory]
    [InlineData(0.2, true)]
    [InlineData(0.1999, false)]
    public void Covers_money_up_to_its_limit(double money, bool isCovered) => Assert.Equal(
        isCovered, new Budget(Money: money).Covers(new Cost(4, 100, 20, 30), new ModelSizes(1, 1) { Rates = new TokenRates(1e-3, 5e-3, 0) }));

    [Fact]
    public void Without_limits_covers_everything() =>
        Assert.True(Budget.Unlimited.Covers(
            new Cost(int.MaxValue, long.MaxValue / 3, long.MaxValue / 3, long.MaxValue / 3), new ModelSizes(1L << 50, 1L << 50)));

    [Theory]
    [InlineData(4_800, true)]
    [InlineData(4_799, false)]
    public void Floating_point_operations_are_twice_the_parameters_for_each_token_of_each_model(double flops, bool isCovered) =>
        Assert.Equal(isCovered, new Budget(Flops: flops).Covers(new Cost(4, 10, 20, 30), new ModelSizes(50, 30)));
}
