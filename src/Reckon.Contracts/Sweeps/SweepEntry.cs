namespace Reckon.Contracts.Sweeps;

/// <summary>One sweep in the list of all.</summary>
/// <param name="Id">Its id: unique, and the key of its coordinator.</param>
/// <param name="Name">What its author calls it; several sweeps may have the same name.</param>
/// <param name="SpecHash">The hash of its spec.</param>
/// <param name="Phase">Where it is in its life.</param>
/// <param name="Created">When it was submitted.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-entry")]
public sealed record SweepEntry(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string SpecHash,
    [property: Id(3)] SweepPhase Phase,
    [property: Id(4)] DateTimeOffset Created)
{
    /// <summary>How urgent it is beside other sweeps, higher first.</summary>
    [Id(5)]
    public int Priority { get; init; }

    /// <summary>When it was finished or cancelled; null before.</summary>
    [Id(6)]
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How long it is kept after its end; null for until it is deleted.</summary>
    [Id(7)]
    public TimeSpan? KeepFor { get; init; }

    /// <summary>The most problems that run at once; null for as many as the workers have room for.</summary>
    [Id(8)]
    public int? Window { get; init; }

    /// <summary>Whether it may be deleted at <paramref name="now"/> because it was kept long enough.</summary>
    public bool IsExpired(DateTimeOffset now) => Ended + KeepFor <= now;
}
