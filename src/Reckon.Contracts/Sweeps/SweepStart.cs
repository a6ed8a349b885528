using Reckon.Contracts.Terms;

namespace Reckon.Contracts.Sweeps;

/// <summary>A sweep whose problems have been handed in.</summary>
/// <param name="Terms">What is the same for all of its trials.</param>
/// <param name="Problems">How many problems it has.</param>
/// <param name="Order">On whose word.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-start")]
public sealed record SweepStart(
    [property: Id(0)] SweepTerms Terms, [property: Id(1)] int Problems, [property: Id(2)] SweepOrder Order)
{
    /// <summary>Problems that are handed in at once; only the last chunk has fewer.</summary>
    public const int ChunkSize = 256;

    /// <summary>Chunks of the sweep.</summary>
    public int Chunks => (Problems + ChunkSize - 1) / ChunkSize;

    /// <summary>How urgent it is beside other sweeps, 0 or more: with p it gets 1 + p shares of the workers.</summary>
    [Id(3)]
    public int Priority { get; init; }

    /// <summary>How long it is kept after its end; null for until it is deleted.</summary>
    [Id(4)]
    public TimeSpan? KeepFor { get; init; }

    /// <summary>
    /// What a folder of its results says besides its numbers, as a JSON document that only clients read; empty where nobody will ask for it.
    /// </summary>
    [Id(5)]
    public string Manifest { get; init; } = "";
}
