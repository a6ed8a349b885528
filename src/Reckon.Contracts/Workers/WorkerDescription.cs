using System.Collections.Immutable;

namespace Reckon.Contracts.Workers;

/// <summary>What one device serves.</summary>
/// <param name="Key">The worker's key.</param>
/// <param name="Models">The models it holds.</param>
/// <param name="Program">The version of the program that runs there, with its commit where the build knew it.</param>
/// <param name="IsDraining">Whether it was about to stop when it said this.</param>
[GenerateSerializer, Immutable, Alias("reckon.worker-description")]
public sealed record WorkerDescription(
    [property: Id(0)] string Key,
    [property: Id(1)] ImmutableArray<ServedModel> Models,
    [property: Id(2)] string Program,
    [property: Id(3)] bool IsDraining);
