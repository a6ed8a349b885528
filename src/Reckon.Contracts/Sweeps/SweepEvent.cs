namespace Reckon.Contracts.Sweeps;

/// <summary>Something that happened to a sweep.</summary>
/// <param name="When">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Who">On whose word.</param>
/// <param name="Why">The reason; empty where none was given.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-event")]
public sealed record SweepEvent(
    [property: Id(0)] DateTimeOffset When, [property: Id(1)] SweepEventKind Kind, [property: Id(2)] string Who, [property: Id(3)] string Why)
{
    /// <summary>Its number in its list, from 0.</summary>
    [Id(4)]
    public long Number { get; init; }

    /// <summary>What was changed, where the kind does not say all of it; else empty.</summary>
    [Id(5)]
    public string What { get; init; } = "";

    /// <summary>The sweep's id; only in the list of what was deleted.</summary>
    [Id(6)]
    public string? Sweep { get; init; }
}
