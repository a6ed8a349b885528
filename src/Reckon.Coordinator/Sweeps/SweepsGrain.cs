using System.Collections.Immutable;
using Orleans.Concurrency;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Stores;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Reads the list of sweeps; on any silo, and several at once.</summary>
[StatelessWorker]
internal sealed class SweepsGrain(SweepIndex index, SweepLog log) : Grain, ISweepsGrain
{
    /// <inheritdoc/>
    public Task<ImmutableArray<SweepEntry>> ListAsync() => index.ListAsync();

    /// <inheritdoc/>
    public Task<ImmutableArray<SweepEvent>> GetDeletedAsync(long first, int most) => log.ReadDeletedAsync(first, most);
}
