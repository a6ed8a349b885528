using System.Collections.Immutable;

namespace Reckon.Contracts.Pools;

/// <summary>What sweeps have outstanding in one pool, as far as one coordinator silo routes it.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Owners">The sweeps that have something outstanding there.</param>
[GenerateSerializer, Immutable, Alias("reckon.pool-load")]
public sealed record PoolLoad([property: Id(0)] string Pool, [property: Id(1)] ImmutableArray<OwnerLoad> Owners);
