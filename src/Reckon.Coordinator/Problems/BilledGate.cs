using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Problems;

/// <summary>Says after each round what servers did, so that a bill is known while a trial still runs.</summary>
internal sealed class BilledGate(IBudgetGate inner, Func<Task> sendServerUsage) : IBudgetGate
{
    /// <inheritdoc/>
    public Budget Budget => inner.Budget;

    /// <inheritdoc/>
    public ValueTask<bool> TryReserveAsync(Cost upTo, CancellationToken cancellationToken) => inner.TryReserveAsync(upTo, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SettleAsync(Cost total, CancellationToken cancellationToken)
    {
        await inner.SettleAsync(total, cancellationToken);
        await sendServerUsage();
    }
}
