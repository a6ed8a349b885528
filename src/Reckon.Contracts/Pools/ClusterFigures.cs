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
    [property: Id(2)] int SilentRouters)
{
    /// <summary>What each worker said of each of its models; those that did not answer are missing.</summary>
    [Id(3)]
    public ImmutableArray<WorkerReport> Reports { get; init; } = [];

    /// <summary>The silos that are members of the cluster, and those that have left lately.</summary>
    [Id(4)]
    public ImmutableArray<SiloEntry> Silos { get; init; } = [];
}
