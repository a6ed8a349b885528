namespace Reckon.Search.Costs;

/// <summary>
/// The account of one search. Amounts are totals since the start of the search, not increments, so that a message that
/// arrives twice changes nothing and a search that is replayed finds its own account again.
/// </summary>
/// <param name="Budget">The limit.</param>
/// <param name="Sizes">The models, whose tokens are charged.</param>
/// <param name="Settled">What has been spent for certain.</param>
/// <param name="Reserved">
/// What has been granted: in no unit below <paramref name="Settled"/>, in none above <paramref name="Budget"/>.
/// </param>
public sealed record BudgetLedger(Budget Budget, ModelSizes Sizes, Amounts Settled, Amounts Reserved)
{
    /// <summary>An account from which nothing has been spent.</summary>
    public static BudgetLedger Open(Budget budget, ModelSizes sizes = default) => new(budget, sizes, Amounts.Zero, Amounts.Zero);

    /// <summary>Grants spending up to the total <paramref name="upTo"/>, or returns null when the budget does not cover it.</summary>
    public BudgetLedger? TryReserve(Cost upTo)
    {
        var amounts = Amounts.Of(upTo, Sizes);
        return Budget.Covers(amounts) ? this with { Reserved = Amounts.Higher(Reserved, amounts) } : null;
    }

    /// <summary>Records that <paramref name="total"/> has been spent and gives the rest of the grant back.</summary>
    /// <exception cref="BudgetExceededException">
    /// More was spent than had been granted: a fault in the bound, never to be hidden.
    /// </exception>
    public BudgetLedger Settle(Cost total)
    {
        var amounts = Amounts.Of(total, Sizes);
        if (!amounts.IsWithin(Reserved))
        {
            throw new BudgetExceededException(amounts, Reserved);
        }

        // Such a total comes from a late message or from a replay: what has been granted since then stays granted.
        if (amounts.IsWithin(Settled))
        {
            return this;
        }

        var settled = Amounts.Higher(Settled, amounts);
        return this with { Settled = settled, Reserved = settled };
    }
}
