using Reckon.Search.Costs;
using Reckon.Search.Running;
using Xunit;

namespace Reckon.Testing;

/// <summary>A gate in memory that fails the test when its account ever holds more than the budget.</summary>
public sealed class WatchedGate(Budget budget, ModelSizes sizes = default) : IBudgetGate
{
    private readonly LocalBudgetGate _gate = new(budget, sizes);

    /// <summary>The account now.</summary>
    public BudgetLedger Ledger => _gate.Ledger;

    /// <inheritdoc/>
    public Budget Budget => budget;

    /// <inheritdoc/>
    public async ValueTask<bool> TryReserveAsync(Cost upTo, CancellationToken cancellationToken)
    {
        var granted = await _gate.TryReserveAsync(upTo, cancellationToken);
        Check();
        return granted;
    }

    /// <inheritdoc/>
    public async ValueTask SettleAsync(Cost total, CancellationToken cancellationToken)
    {
        await _gate.SettleAsync(total, cancellationToken);
        Check();
    }

    private void Check()
    {
        Assert.True(budget.Covers(Ledger.Reserved), $"{Ledger.Reserved} is reserved of {budget}.");
        Assert.True(Ledger.Settled.IsWithin(Ledger.Reserved), $"{Ledger} settled more than it reserved.");
    }
}
