namespace Reckon.Contracts.Pools;

/// <summary>What one router holds.</summary>
/// <param name="Pool">The pool whose workers it uses.</param>
/// <param name="Waiting">Children that wait for a worker, or for a place in the router's queue.</param>
/// <param name="InFlight">Children that were sent to a worker and have not come back; one with copies counts once.</param>
[GenerateSerializer, Immutable, Alias("reckon.router-report")]
public sealed record RouterReport([property: Id(0)] string Pool, [property: Id(1)] int Waiting, [property: Id(2)] int InFlight);
