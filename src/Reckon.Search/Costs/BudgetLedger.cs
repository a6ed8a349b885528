namespace Reckon.Search.Costs;

/// <summary>
/// The account of one search. Amounts are totals since the start of the search, not increments, so that a message that
/// arrives twice changes nothing and a search that is replayed finds its own account again.
/// </summary>
/// <param name="Budget">The limit.</param>
/// <param name="Settled">What has been spent for certain.</param>
/// <param name="Reserved">What has been granted: never below <paramref name="Settled"/>, never above <paramref name="Budget"/>.</param>
public sealed record BudgetLedger(Budget Budget, Cost Settled, Cost Reserved)
{
    /// <summary>An account from which nothing has been spent.</summary>
    public static BudgetLedger Open(Budget budget) => new(budget, Cost.Zero, Cost.Zero);

    /// <summary>Grants spending up to the total <paramref name="upTo"/>, or returns null when the budget does not cover it.</summary>
    public BudgetLedger? TryReserve(Cost upTo) => Budget.Covers(upTo) ? this with { Reserved = Higher(Reserved, upTo) } : null;

    /// <summary>Records that <paramref name="total"/> has been spent and gives the rest of the grant back.</summary>
    /// <exception cref="BudgetExceededException">
    /// More was spent than had been granted: a fault in the bound, never to be hidden.
    /// </exception>
    public BudgetLedger Settle(Cost total)
    {
        if (!IsWithin(total, Reserved))
        {
            throw new BudgetExceededException(total, Reserved);
        }

        // Such a total comes from a late message or from a replay: what has been granted since then stays granted.
        if (IsWithin(total, Settled))
        {
            return this;
        }

        var settled = Higher(Settled, total);
        return this with { Settled = settled, Reserved = settled };
    }

    private static bool IsWithin(Cost cost, Cost limit) =>
        cost.Generations <= limit.Generations && cost.Tokens <= limit.Tokens;

    // All tokens come from one of the two: the higher of each kind would add up to more than either, and than the budget.
    private static Cost Higher(Cost left, Cost right) =>
        (right.Tokens > left.Tokens ? right : left) with { Generations = Math.Max(left.Generations, right.Generations) };
}
