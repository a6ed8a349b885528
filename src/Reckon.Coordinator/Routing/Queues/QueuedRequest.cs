namespace Reckon.Coordinator.Routing.Queues;

/// <summary>One request on its way through a <see cref="RequestQueue{TBody}"/>, which alone changes it.</summary>
internal sealed class QueuedRequest<TBody>(TBody body, int weight, string search)
{
    /// <summary>What is to be sent.</summary>
    public TBody Body { get; } = body;

    /// <summary>Children that it asks for, at least 1.</summary>
    public int Weight { get; } = weight;

    /// <summary>Requests of one search are sent together: they are awaited together anyway.</summary>
    public string Search { get; } = search;

    /// <summary>Times that a worker failed on it.</summary>
    public int Failures { get; set; }

    /// <summary>Whether its sender has given up.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>Its place in the queue; null when it is not waiting.</summary>
    public LinkedListNode<QueuedRequest<TBody>>? Place { get; set; }
}
