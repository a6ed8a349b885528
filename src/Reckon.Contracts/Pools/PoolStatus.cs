using Reckon.Contracts.Workers;

namespace Reckon.Contracts.Pools;

/// <summary>The totals of one pool.</summary>
/// <param name="Workers">Workers that are active members of the cluster.</param>
/// <param name="Waiting">Children that wait in routers, or for a place in one.</param>
/// <param name="InFlight">
/// Children sent to workers that have not come back. Waiting and in flight together are the autoscaling signal.
/// </param>
/// <param name="Saturation">Share of the workers' rows that is in use, 0 to 1; 0 without workers.</param>
/// <param name="Workload">
/// Counters of all workers together, those that have left included; rows of those that are there.
/// </param>
[GenerateSerializer, Immutable, Alias("reckon.pool-status")]
public sealed record PoolStatus(
    [property: Id(0)] int Workers,
    [property: Id(1)] int Waiting,
    [property: Id(2)] int InFlight,
    [property: Id(3)] double Saturation,
    [property: Id(4)] WorkerReport Workload)
{
    /// <summary>The pool.</summary>
    [Id(5)]
    public string Pool { get; init; } = "";

    /// <summary>Of the workers, those that take nothing more.</summary>
    [Id(6)]
    public int Draining { get; init; }

    /// <summary>Of the workers, those that did not answer; their last known figures count.</summary>
    [Id(7)]
    public int Silent { get; init; }
}
