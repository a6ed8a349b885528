using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Problems;

/// <summary>
/// The gate of a trial that is replayed: its grants were settled when it first ran, so it asks no coordinator. It lets as many rounds pass
/// as there were, which stops a search where its time was over, too.
/// </summary>
internal sealed class RecordedGate(Budget budget, int rounds) : IBudgetGate
{
    private int _passed;

    /// <inheritdoc/>
    public Budget Budget => budget;

    /// <inheritdoc/>
    public ValueTask<bool> TryReserveAsync(Cost upTo, CancellationToken cancellationToken) => ValueTask.FromResult(_passed++ < rounds);

    /// <inheritdoc/>
    public ValueTask SettleAsync(Cost total, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
