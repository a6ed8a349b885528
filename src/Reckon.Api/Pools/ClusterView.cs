using System.Collections.Immutable;
using Reckon.Contracts.Pools;

namespace Reckon.Api.Pools;

/// <summary>A whole cluster, as it was when it was asked.</summary>
/// <param name="AsOf">When.</param>
/// <param name="Pools">Its pools, by name.</param>
/// <param name="Workers">Its workers, by key.</param>
/// <param name="Silos">Its silos, by address.</param>
/// <param name="SilentCoordinators">Coordinators that did not answer within a second: what waits there is missing from the pools.</param>
public sealed record ClusterView(
    DateTimeOffset AsOf, ImmutableArray<PoolView> Pools, ImmutableArray<WorkerView> Workers, ImmutableArray<SiloEntry> Silos,
    int SilentCoordinators)
{
    /// <summary>The view of <paramref name="figures"/>.</summary>
    public static ClusterView Of(ClusterFigures figures, DateTimeOffset asOf) =>
        new(asOf, [.. figures.Pools.Select(PoolView.Of)], WorkerView.AllOf(figures), figures.Silos, figures.SilentRouters);
}
