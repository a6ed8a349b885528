namespace Reckon.Contracts.Sweeps;

/// <summary>How a sweep that was submitted shares the workers from now on. Never changes a result.</summary>
/// <param name="Window">The most problems that run at once, from 1; 0 for as many as the workers have room for; null to leave it as it is.</param>
/// <param name="Priority">How urgent it is beside other sweeps: with p, 0 or more, it gets 1 + p shares; null to leave it as it is.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-tuning")]
public sealed record SweepTuning([property: Id(0)] int? Window, [property: Id(1)] int? Priority)
{
    /// <summary>The largest window.</summary>
    public const int MostWindow = 100_000;

    /// <summary>The highest priority.</summary>
    public const int MostPriority = 1_000;
}
