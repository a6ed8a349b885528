using Reckon.Contracts.Terms;

namespace Reckon.Contracts.Sweeps;

/// <summary>What a sweep is, apart from how far it is.</summary>
/// <param name="Entry">What the list of sweeps says of it.</param>
/// <param name="Terms">What is the same for all of its trials.</param>
/// <param name="Problems">Problems that it has.</param>
/// <param name="Manifest">See <see cref="SweepStart.Manifest"/>.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-details")]
public sealed record SweepDetails(
    [property: Id(0)] SweepEntry Entry,
    [property: Id(1)] SweepTerms Terms,
    [property: Id(2)] int Problems,
    [property: Id(3)] string Manifest);
