using CsCheck;
using Reckon.Search.Costs;

namespace Reckon.Search.Tests.Costs;

public sealed class BudgetLedgerTests
{
    private static readonly Gen<Cost> _costs = Gen.Select(
        Gen.Int[0, 12], Gen.Long[0, 40], Gen.Long[0, 40], Gen.Long[0, 40],
        (generations, prompt, generated, verifier) => new Cost(generations, prompt, generated, verifier));

    private static readonly ModelSizes _sizes = new(1, 3);

    private static readonly Gen<Budget> _budgets = Gen.Select(
        Gen.Int[1, 12].Nullable(), Gen.Long[1, 120].Nullable(), Gen.Double[1, 500].Nullable(),
        (generations, tokens, flops) => new Budget(generations, tokens, flops));

    [Fact]
    public void Opens_with_nothing_spent_and_nothing_granted()
    {
        var ledger = BudgetLedger.Open(new Budget(Generations: 4));

        Assert.Equal((Amounts.Zero, Amounts.Zero), (ledger.Settled, ledger.Reserved));
    }

    [Fact]
    public void Grants_up_to_the_budget_and_no_further()
    {
        var ledger = BudgetLedger.Open(new Budget(Generations: 4, Tokens: 100));

        Assert.Equal(new Amounts(4, 100, 0), ledger.TryReserve(Total(4, 100))?.Reserved);
        Assert.Null(ledger.TryReserve(Total(5, 100)));
        Assert.Null(ledger.TryReserve(Total(4, 101)));
    }

    [Fact]
    public void Counts_tokens_of_proposer_and_verifier_together() =>
        Assert.Null(BudgetLedger.Open(new Budget(Tokens: 29)).TryReserve(new Cost(1, 10, 10, 10)));

    [Fact]
    public void Settling_gives_the_rest_of_the_grant_back()
    {
        var ledger = Reserved(Total(4, 80)).Settle(Total(4, 30));

        Assert.Equal((new Amounts(4, 30, 0), new Amounts(4, 30, 0)), (ledger.Settled, ledger.Reserved));
    }

    [Fact]
    public void Spending_more_than_was_granted_is_a_fault()
    {
        var fault = Assert.Throws<BudgetExceededException>(() => Reserved(Total(4, 30)).Settle(Total(4, 31)));

        Assert.Equal((new Amounts(4, 31, 0), new Amounts(4, 30, 0)), (fault.Spent, fault.Granted));
        Assert.Throws<BudgetExceededException>(() => Reserved(Total(4, 30)).Settle(Total(5, 30)));
    }

    [Fact]
    public void A_message_that_arrives_twice_changes_nothing()
    {
        var reserved = Reserved(Total(4, 80));
        var settled = reserved.Settle(Total(4, 30));

        Assert.Equal(reserved, reserved.TryReserve(Total(4, 80)));
        Assert.Equal(settled, settled.Settle(Total(4, 30)));
    }

    [Fact]
    public void A_late_settlement_leaves_the_next_grant_alone()
    {
        var ledger = Granted(Reserved(Total(4, 50)).Settle(Total(4, 30)), Total(4, 80));

        Assert.Equal(ledger, ledger.Settle(Total(4, 30)));
    }

    [Fact]
    public void A_late_reservation_leaves_a_higher_grant_alone()
    {
        var ledger = Granted(Reserved(Total(4, 50)).Settle(Total(4, 30)), Total(4, 80));

        Assert.Equal(ledger, Granted(ledger, Total(4, 50)));
    }

    [Fact]
    public void A_replay_takes_nothing_back_that_was_spent_for_certain()
    {
        var ledger = Granted(Reserved(Total(4, 50)).Settle(Total(4, 30)), Total(4, 80)).Settle(Total(4, 60));

        var replayed = Granted(ledger, Total(4, 50)).Settle(Total(4, 30));

        Assert.Equal(new Amounts(4, 60, 0), replayed.Settled);
    }

    [Fact]
    public void A_replay_grants_in_each_unit_the_higher_of_two_totals()
    {
        var settled = Granted(BudgetLedger.Open(new Budget(Tokens: 100), _sizes), new Cost(4, 10, 50, 30)).Settle(new Cost(4, 10, 50, 30));

        var replayed = Granted(settled, new Cost(4, 50, 30, 15));

        Assert.Equal(new Amounts(4, 95, 300), replayed.Reserved);
    }

    [Fact]
    public void Whatever_arrives_settled_stays_within_reserved_and_reserved_within_the_budget() => Gen
        .Select(_budgets, Gen.Select(Gen.Bool, _costs).Array[0, 30])
        .Sample((budget, messages) =>
        {
            var ledger = BudgetLedger.Open(budget, _sizes);
            foreach (var (isReservation, total) in messages)
            {
                var before = ledger;
                ledger = isReservation ? ledger.TryReserve(total) ?? ledger : SettledOrSame(ledger, total);

                Assert.True(budget.Covers(ledger.Reserved));
                Assert.True(ledger.Settled.IsWithin(ledger.Reserved));
                Assert.True(before.Settled.IsWithin(ledger.Settled));
            }
        });

    [Fact]
    public void Every_message_of_a_search_may_arrive_again_at_any_later_time() => Gen
        .Select(Gen.Long[0, 20].Array[1, 8], Gen.Int[0, 1_000].Array[0, 12])
        .Sample((rounds, repeats) =>
        {
            // Round i is granted 20 tokens more than were spent before it, and spends no more than that.
            var totals = rounds.Select((_, i) => Total(4, rounds.Take(i + 1).Sum())).ToArray();
            var ledger = BudgetLedger.Open(Budget.Unlimited);
            for (var i = 0; i < totals.Length; i++)
            {
                ledger = Granted(ledger, Total(4, (i == 0 ? 0 : totals[i - 1].Tokens) + 20));
                foreach (var repeat in repeats.Where(_ => i > 0))
                {
                    ledger = ledger.Settle(totals[repeat % i]);
                }

                ledger = ledger.Settle(totals[i]);
                Assert.Equal(Amounts.Of(totals[i], default), ledger.Settled);
            }
        });

    private static Cost Total(int generations, long tokens) => new(generations, 0, tokens, 0);

    private static BudgetLedger Reserved(Cost upTo) => Granted(BudgetLedger.Open(new Budget(4, 100)), upTo);

    private static BudgetLedger Granted(BudgetLedger ledger, Cost upTo) =>
        ledger.TryReserve(upTo) ?? throw new InvalidOperationException($"{upTo} was not granted.");

    private static BudgetLedger SettledOrSame(BudgetLedger ledger, Cost total)
    {
        try
        {
            return ledger.Settle(total);
        }
        catch (BudgetExceededException)
        {
            return ledger;
        }
    }
}
