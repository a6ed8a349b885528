using System.Collections.Immutable;
using Reckon.Contracts.Workers;

namespace Reckon.Contracts.Pools;

/// <summary>All pools and workers of a cluster.</summary>
/// <param name="Pools">One for each model that a worker serves or a router was asked for, by name.</param>
/// <param name="Workers">The workers that are active members of the cluster.</param>
/// <param name="SilentRouters">Coordinator silos that did not answer: what waits there is missing from the pools.</param>
[GenerateSerializer, Immutable, Alias("reckon.cluster-figures")]
public sealed record ClusterFigures(
    [property: Id(0)] ImmutableArray<PoolStatus> Pools,
    [property: Id(1)] ImmutableArray<WorkerDescription> Workers,
    [property: Id(2)] int SilentRouters);
