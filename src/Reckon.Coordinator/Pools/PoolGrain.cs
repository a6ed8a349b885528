using Orleans.Concurrency;
using Orleans.GrainDirectory;
using Reckon.Contracts.Placement;
using Reckon.Contracts.Pools;

namespace Reckon.Coordinator.Pools;

/// <summary>Answers for one pool, on whichever coordinator silo it is asked.</summary>
[OnCallersSilo, GrainDirectory(EmptyGrainDirectory.Name), Reentrant]
internal sealed class PoolGrain(PoolFigures figures) : Grain, IPoolGrain
{
    /// <inheritdoc/>
    public Task<PoolStatus> GetStatusAsync() => figures.OfAsync(this.GetPrimaryKeyString());
}
