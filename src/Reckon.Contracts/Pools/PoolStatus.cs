namespace Reckon.Contracts.Pools;

/// <summary>The totals of one pool.</summary>
/// <param name="Workers">Workers that reported lately.</param>
/// <param name="Waiting">Children waiting in routers.</param>
/// <param name="InFlight">
/// Children sent to workers that have not come back. Waiting and in flight together are the autoscaling signal.
/// </param>
/// <param name="Saturation">Share of the workers' rows that is in use, 0 to 1; 0 without workers.</param>
/// <param name="Workload">Counters of all workers together.</param>
[GenerateSerializer, Immutable, Alias("reckon.pool-status")]
public sealed record PoolStatus(
    [property: Id(0)] int Workers,
    [property: Id(1)] int Waiting,
    [property: Id(2)] int InFlight,
    [property: Id(3)] double Saturation,
    [property: Id(4)] WorkerReport Workload);
