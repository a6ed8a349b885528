namespace Reckon.Coordinator.Routing.Queues;

/// <summary>Requests of one search that go to one worker in one call.</summary>
internal sealed class Sending<TBody>(WorkerLoad worker, IReadOnlyList<QueuedRequest<TBody>> requests, TimeSpan at, long number)
{
    /// <summary>Where it goes.</summary>
    public WorkerLoad Worker { get; } = worker;

    /// <summary>What it carries, in order; at least one.</summary>
    public IReadOnlyList<QueuedRequest<TBody>> Requests { get; } = requests;

    /// <summary>When it is sent.</summary>
    public TimeSpan At { get; } = at;

    /// <summary>Its place among all sendings, in their order.</summary>
    public long Number { get; } = number;

    /// <summary>The search of all its requests.</summary>
    public string Search => Requests[0].Demand.Search;

    /// <summary>Children in all its requests.</summary>
    public int Weight { get; } = requests.Sum(request => request.Weight);

    /// <summary>What takes about as long.</summary>
    public WorkClass Class => new(Requests.Max(request => request.Demand.Kind), Weight);

    /// <summary>Whether its requests were queued again although it has not come back.</summary>
    public bool IsCopied { get; set; }
}
