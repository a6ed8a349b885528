namespace Reckon.Search;

/// <summary>
/// The account of one search. Amounts are totals since the start of the search, not increments, so that a message that
/// arrives twice changes nothing and a search that is replayed meets its own account again.
/// </summary>
/// <param name="Budget">The limit.</param>
/// <param name="Settled">What has been spent for certain.</param>
/// <param name="Reserved">What has been granted: never below <paramref name="Settled"/>, never above <paramref name="Budget"/>.</param>
public sealed record BudgetLedger(Budget Budget, Cost Settled, Cost Reserved)
{
    /// <summary>An account from which nothing has been spent.</summary>
    public static BudgetLedger Open(Budget budget) => new(budget, Cost.Zero, Cost.Zero);

    /// <summary>Grants spending up to the total <paramref name="upTo"/>, or returns null when the budget does not cover it.</summary>
    public BudgetLedger? TryReserve(Cost upTo) => Budget.Covers(upTo) ? this with { Reserved = Highest(Settled, upTo) } : null;

    /// <summary>Records that <paramref name="total"/> has been spent and gives the rest of the grant back.</summary>
    /// <exception cref="BudgetExceededException">More was spent than had been granted: a fault in the bound, never to be hidden.</exception>
    public BudgetLedger Settle(Cost total)
    {
        if (!IsWithin(total, Reserved))
        {
            throw new BudgetExceededException(total, Reserved);
        }

        return this with { Settled = total, Reserved = total };
    }

    private static bool IsWithin(Cost cost, Cost limit) =>
        cost.Generations <= limit.Generations && cost.Tokens <= limit.Tokens;

    private static Cost Highest(Cost left, Cost right) => new(
        Math.Max(left.Generations, right.Generations),
        Math.Max(left.PromptTokens, right.PromptTokens),
        Math.Max(left.GeneratedTokens, right.GeneratedTokens),
        Math.Max(left.VerifierTokens, right.VerifierTokens));
}
