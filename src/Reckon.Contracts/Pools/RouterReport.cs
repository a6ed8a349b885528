namespace Reckon.Contracts.Pools;

/// <summary>What one router knows.</summary>
/// <param name="Silo">The silo that the router is on.</param>
/// <param name="Waiting">Children that wait for a worker.</param>
/// <param name="InFlight">Children that were sent to a worker and have not come back.</param>
[GenerateSerializer, Immutable, Alias("reckon.router-report")]
public sealed record RouterReport([property: Id(0)] string Silo, [property: Id(1)] int Waiting, [property: Id(2)] int InFlight);
