namespace Reckon.Coordinator.Routing.Queues;

/// <summary>What a request asks of a worker, as far as choosing one is concerned.</summary>
/// <param name="Weight">Children that it asks for, at least 1.</param>
/// <param name="Search">Requests of one search are sent together: they are awaited together anyway.</param>
internal sealed record Demand(int Weight, string Search)
{
    /// <summary>Who shares the workers with others: a sweep.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The owner's share among those that wait, 1 or more: one with 2 gets twice as many children served as one with 1.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>Requests of the same kind and of like weight take like times.</summary>
    public int Kind { get; init; }
}
