using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class PriceCheckTests
{
    private static readonly SweepSpec _limited = Some.Sweep with { Budget = new Budget(Money: 0.01) };

    [Fact]
    public void A_limit_on_money_needs_a_price() => Assert.Equal(
        "sweep.yaml: budget.money: a limit on money needs the price of a model, and no folder of the sweep has one. "
        + "Add remote.price to the reckon.json of a model on a server, or limit tokens.",
        Assert.Single(PriceCheck.Impossible(_limited, null, null, null, "sweep.yaml")).ToString());

    [Fact]
    public void A_limit_on_the_bill_needs_the_price_of_every_server() => Assert.Equal(
        "sweep.yaml: models.proposer: it is on a server without a price, so nobody could count what it bills (budget.sweep.bill). "
        + "Add remote.price to its reckon.json; tokens that cost nothing have the price 0.",
        Assert.Single(PriceCheck.Impossible(
            Some.Sweep with { SweepBudget = new SweepBudget(Bill: 1) }, null, "USD", "proposer", "sweep.yaml")).ToString());

    [Fact]
    public void A_limit_on_the_bill_needs_a_price() =>
        Assert.Single(PriceCheck.Impossible(Some.Sweep with { SweepBudget = new SweepBudget(Bill: 1) }, null, null, null, "sweep.yaml"));

    [Fact]
    public void Prices_in_unlike_currencies_cannot_be_added_up() => Assert.Contains(
        "its prices are in EUR, and those of the proposer in USD",
        Assert.Single(PriceCheck.Impossible(Some.Sweep, "USD", "EUR", null, "sweep.yaml")).ToString(), StringComparison.Ordinal);

    [Fact]
    public void One_price_is_enough()
    {
        Assert.Empty(PriceCheck.Impossible(_limited, "USD", null, null, "sweep.yaml"));
        Assert.Empty(PriceCheck.Impossible(_limited, null, "USD", null, "sweep.yaml"));
        Assert.Empty(PriceCheck.Impossible(_limited, "USD", "USD", null, "sweep.yaml"));
        Assert.Empty(PriceCheck.Impossible(Some.Sweep, null, null, null, "sweep.yaml"));
    }
}
