namespace Reckon.Contracts.Sweeps;

/// <summary>On whose word something is done to a sweep, and why. It is recorded with the time.</summary>
/// <param name="Who">A person or a program.</param>
/// <param name="Why">The reason, in a few words; empty where none was given.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-order")]
public sealed record SweepOrder([property: Id(0)] string Who, [property: Id(1)] string Why = "");
