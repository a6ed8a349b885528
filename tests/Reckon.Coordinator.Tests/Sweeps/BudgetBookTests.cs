using Reckon.Contracts.Problems;
using Reckon.Coordinator.Sweeps;
using Reckon.Search.Costs;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class BudgetBookTests
{
    private static readonly TrialKey _trial = new("problem", 0);

    [Fact]
    public void Grants_up_to_the_budget_and_not_beyond()
    {
        var book = new BudgetBook(new Budget(Tokens: 100), default);

        Assert.True(book.TryReserve(_trial, Tokens(100)));
        Assert.False(book.TryReserve(_trial, Tokens(101)));
    }

    [Fact]
    public void Every_trial_has_an_account_of_its_own()
    {
        var book = new BudgetBook(new Budget(Tokens: 100), default);

        Assert.True(book.TryReserve(_trial, Tokens(100)));
        Assert.True(book.TryReserve(_trial with { Trial = 1 }, Tokens(100)));
    }

    [Fact]
    public void A_message_that_comes_twice_changes_nothing()
    {
        var book = new BudgetBook(new Budget(Tokens: 100), default);
        book.TryReserve(_trial, Tokens(60));
        book.TryReserve(_trial, Tokens(60));
        book.Settle(_trial, Tokens(50));
        book.Settle(_trial, Tokens(50));

        Assert.True(book.TryReserve(_trial, Tokens(100)));
        Assert.Equal(1, book.Count);
    }

    [Fact]
    public void A_settlement_without_an_account_opens_it_for_the_coordinator_may_have_lost_it()
    {
        var book = new BudgetBook(new Budget(Tokens: 100), default);

        book.Settle(_trial, Tokens(80));

        Assert.False(book.TryReserve(_trial, Tokens(101)));
    }

    [Fact]
    public void A_settlement_above_the_budget_is_a_fault_that_is_not_hidden()
    {
        var book = new BudgetBook(new Budget(Tokens: 100), default);

        Assert.Throws<BudgetExceededException>(() => book.Settle(_trial, Tokens(101)));
    }

    [Fact]
    public void Floating_point_operations_are_counted_by_the_models_sizes()
    {
        var book = new BudgetBook(new Budget(Flops: 1_000), new ModelSizes(5, 50));

        Assert.True(book.TryReserve(_trial, Tokens(100)));
        Assert.False(book.TryReserve(_trial, Tokens(101)));
        Assert.False(book.TryReserve(_trial, new Cost(1, 0, 91, 1)));
    }

    [Fact]
    public void Closing_frees_the_account()
    {
        var book = new BudgetBook(Budget.Unlimited, default);
        book.TryReserve(_trial, Tokens(1));

        book.Close(_trial);

        Assert.Equal(0, book.Count);
    }

    private static Cost Tokens(int tokens) => new(1, 0, tokens, 0);
}
