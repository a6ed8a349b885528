using System.Collections.Immutable;
using Reckon.Contracts.Workers;

namespace Reckon.Contracts.Pools;

/// <summary>What one coordinator silo knows of pools and workers.</summary>
/// <param name="Routers">Its routers.</param>
/// <param name="Workers">The workers in the cluster, as they described themselves.</param>
/// <param name="LastReports">The last report of each worker from which one came, those that have left the cluster included.</param>
[GenerateSerializer, Immutable, Alias("reckon.router-figures")]
public sealed record RouterFigures(
    [property: Id(0)] ImmutableArray<RouterReport> Routers,
    [property: Id(1)] ImmutableArray<WorkerDescription> Workers,
    [property: Id(2)] ImmutableArray<WorkerReport> LastReports);
