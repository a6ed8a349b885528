using Reckon.Search.Costs;

namespace Reckon.Search.Running;

/// <summary>A gate with its ledger in memory, for a search that runs alone.</summary>
public sealed class LocalBudgetGate(Budget budget, ModelSizes sizes = default) : IBudgetGate
{
    /// <summary>The account now.</summary>
    public BudgetLedger Ledger { get; private set; } = BudgetLedger.Open(budget, sizes);

    /// <inheritdoc/>
    public Budget Budget => Ledger.Budget;

    /// <inheritdoc/>
    public ValueTask<bool> TryReserveAsync(Cost upTo, CancellationToken cancellationToken)
    {
        var granted = Ledger.TryReserve(upTo);
        Ledger = granted ?? Ledger;
        return ValueTask.FromResult(granted is not null);
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(Cost total, CancellationToken cancellationToken)
    {
        Ledger = Ledger.Settle(total);
        return ValueTask.CompletedTask;
    }
}
