namespace Reckon.Coordinator.Routing.Queues;

/// <summary>One request on its way through a <see cref="RequestQueue{TBody}"/>, which alone changes it.</summary>
internal sealed class QueuedRequest<TBody>(TBody body, Demand demand)
{
    private readonly List<Sending<TBody>> _out = [];

    /// <summary>What is to be sent.</summary>
    public TBody Body { get; } = body;

    /// <summary>What it asks for.</summary>
    public Demand Demand { get; } = demand;

    /// <summary>Children that it asks for.</summary>
    public int Weight => Demand.Weight;

    /// <summary>Times that a worker failed on it.</summary>
    public int Failures { get; set; }

    /// <summary>Children that were sent before it although they came after it: see <see cref="LineLook{TBody}.MostPassedOver"/>.</summary>
    public int PassedOver { get; set; }

    /// <summary>Whether its sender has given up.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>Whether it was answered or given up: what a copy of it brings no longer matters.</summary>
    public bool IsOver { get; set; }

    /// <summary>Its place in the line; null when it is not waiting.</summary>
    public LinkedListNode<QueuedRequest<TBody>>? Place { get; set; }

    /// <summary>The sendings that carry it and have not come back: one, and another for each copy.</summary>
    public IReadOnlyList<Sending<TBody>> Out => _out;

    /// <summary>Whether it is at <paramref name="worker"/>.</summary>
    public bool IsAt(WorkerLoad worker) => _out.Exists(sending => sending.Worker == worker);

    /// <summary>Notes that <paramref name="sending"/> carries it.</summary>
    public void Leave(Sending<TBody> sending) => _out.Add(sending);

    /// <summary>Notes that <paramref name="sending"/> has come back.</summary>
    public void ComeBack(Sending<TBody> sending) => _out.Remove(sending);
}
