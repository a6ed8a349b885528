using System.Collections.Immutable;

namespace Reckon.Contracts.Workers;

/// <summary>What one device serves.</summary>
/// <param name="Key">The worker's key.</param>
/// <param name="Models">The models it holds.</param>
[GenerateSerializer, Immutable, Alias("reckon.worker-description")]
public sealed record WorkerDescription([property: Id(0)] string Key, [property: Id(1)] ImmutableArray<ServedModel> Models);
