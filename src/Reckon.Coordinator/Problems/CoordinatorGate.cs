using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Telemetry;
using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Problems;

/// <summary>Asks the sweep's coordinator before a trial spends.</summary>
internal sealed class CoordinatorGate(ICoordinatorGrain coordinator, TrialKey trial, Budget budget, ProblemSpans spans) : IBudgetGate
{
    /// <inheritdoc/>
    public Budget Budget => budget;

    /// <inheritdoc/>
    public async ValueTask<bool> TryReserveAsync(Cost upTo, CancellationToken cancellationToken)
    {
        var granted = coordinator.TryReserveAsync(trial, upTo);
        await CoordinatorUnreachableException.WrapAsync(granted.WaitAsync(cancellationToken));
        if (!await granted)
        {
            return false;
        }

        spans.BeginRound();
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask SettleAsync(Cost total, CancellationToken cancellationToken)
    {
        spans.EndRound();
        await CoordinatorUnreachableException.WrapAsync(coordinator.SettleAsync(trial, total).WaitAsync(cancellationToken));
    }
}
