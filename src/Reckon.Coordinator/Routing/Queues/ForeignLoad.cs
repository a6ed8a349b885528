namespace Reckon.Coordinator.Routing.Queues;

/// <summary>Children of other routers at a worker, as it said in an answer.</summary>
/// <param name="Children">How many.</param>
/// <param name="Since">When it said so.</param>
internal readonly record struct ForeignLoad(int Children, TimeSpan Since)
{
    // A worker from which nothing comes is not asked, so what it said last would hold for ever.
    private static readonly TimeSpan _age = TimeSpan.FromMilliseconds(500);

    /// <summary>When the figure is too old to count; null when it counts for nothing already.</summary>
    public TimeSpan? EndsAt(TimeSpan now) => Children > 0 && now < Since + _age ? Since + _age : null;

    /// <summary>How many there may be at <paramref name="now"/>: an old figure counts for nothing.</summary>
    public int At(TimeSpan now) => EndsAt(now) is null ? 0 : Children;
}
