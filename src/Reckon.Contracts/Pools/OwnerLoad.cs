namespace Reckon.Contracts.Pools;

/// <summary>What one sweep has outstanding in a pool.</summary>
/// <param name="Owner">The sweep.</param>
/// <param name="Priority">Its share among others, 1 or more.</param>
/// <param name="Outstanding">Children that wait or are at a worker, each once.</param>
[GenerateSerializer, Immutable, Alias("reckon.owner-load")]
public readonly record struct OwnerLoad([property: Id(0)] string Owner, [property: Id(1)] int Priority, [property: Id(2)] int Outstanding);
