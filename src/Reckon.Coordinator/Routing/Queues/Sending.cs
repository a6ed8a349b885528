namespace Reckon.Coordinator.Routing.Queues;

/// <summary>Requests of one search that go to one worker in one call.</summary>
internal sealed class Sending<TBody>(WorkerLoad worker, IReadOnlyList<QueuedRequest<TBody>> requests)
{
    /// <summary>Where it goes.</summary>
    public WorkerLoad Worker { get; } = worker;

    /// <summary>What it carries, in order; at least one.</summary>
    public IReadOnlyList<QueuedRequest<TBody>> Requests { get; } = requests;

    /// <summary>The search of all its requests.</summary>
    public string Search => Requests[0].Search;

    /// <summary>Children in all its requests.</summary>
    public int Weight => Requests.Sum(request => request.Weight);

    /// <summary>Whether it has come back.</summary>
    public bool IsReturned { get; set; }
}
