using System.Collections.Immutable;
using Orleans.Concurrency;
using Orleans.GrainDirectory;
using Orleans.Placement;
using Reckon.Contracts.Placement;
using Reckon.Contracts.Pools;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Pools;

/// <summary>Answers for the routers of its silo.</summary>
[PinnedToSilo, GrainDirectory(EmptyGrainDirectory.Name), Immovable, Reentrant, GrainType(IRoutersGrain.GrainType)]
internal sealed class RoutersGrain(RouterRegistry routers, WorkerCatalog workers) : Grain, IRoutersGrain
{
    /// <inheritdoc/>
    public Task<RouterFigures> GetAsync() => Task.FromResult(new RouterFigures(
        [.. routers.All.Select(router => new RouterReport(router.Pool, router.Load.Waiting, router.Load.InFlight))],
        [.. workers.Known],
        routers.LastReports));

    /// <inheritdoc/>
    public Task<ImmutableArray<PoolLoad>> GetLoadsAsync() => Task.FromResult(routers.Loads);
}
