using Orleans.Concurrency;
using Orleans.GrainDirectory;
using Reckon.Contracts.Placement;
using Reckon.Contracts.Pools;

namespace Reckon.Coordinator.Pools;

/// <summary>Answers for all pools, on whichever coordinator silo it is asked.</summary>
[OnCallersSilo, GrainDirectory(EmptyGrainDirectory.Name), Reentrant]
internal sealed class PoolsGrain(PoolFigures figures, SiloList silos) : Grain, IPoolsGrain
{
    /// <inheritdoc/>
    public async Task<ClusterFigures> GetAsync() => (await figures.AllAsync()) with { Silos = silos.All() };
}
