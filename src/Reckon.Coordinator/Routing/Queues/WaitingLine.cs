namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// Requests that wait: those of one owner in order of arrival, owners by what they have been served so far, in children over their
/// priority. An owner that was idle counts as served as much as the one served last: it gets no credit for the time before.
/// </summary>
/// <remarks>This is start-time fair queuing (Goyal, Vin, Cheng 1996).</remarks>
internal sealed class WaitingLine<TBody>
{
    private readonly Dictionary<string, Owner> _owners = [];
    private double _now; // What the owner that was served last had been served before.
    private long _turns;

    /// <summary>Requests that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Owners of which something waits, the next first; each with its requests, the next first.</summary>
    public IEnumerable<LinkedList<QueuedRequest<TBody>>> InOrder() => _owners.Count == 1
        ? _owners.Values.Select(owner => owner.Requests)
        : _owners.Values.OrderBy(owner => owner.Had).ThenBy(owner => owner.Turn).Select(owner => owner.Requests).ToList();

    /// <summary>Puts a request behind those of its owner.</summary>
    public void AddLast(QueuedRequest<TBody> request) => request.Place = Enter(request).Requests.AddLast(request);

    /// <summary>Puts a request that has waited before ahead of those of its owner.</summary>
    public void AddFirst(QueuedRequest<TBody> request) => request.Place = Enter(request).Requests.AddFirst(request);

    /// <summary>Takes a request out, to be served: its owner pays for it.</summary>
    public void Take(QueuedRequest<TBody> request)
    {
        var owner = _owners[request.Demand.Owner];
        _now = Math.Max(_now, owner.Had);
        (owner.Had, owner.Turn) = (owner.Had + ((double)request.Weight / request.Demand.Priority), _turns++);
        Remove(request);
    }

    /// <summary>Takes a request out that is not to be served.</summary>
    public void Remove(QueuedRequest<TBody> request)
    {
        request.Place!.List!.Remove(request.Place);
        request.Place = null;
        Count--;
        ForgetIdle();
    }

    private Owner Enter(QueuedRequest<TBody> request)
    {
        if (!_owners.TryGetValue(request.Demand.Owner, out var owner))
        {
            _owners.Add(request.Demand.Owner, owner = new Owner { Turn = _turns++ });
        }

        owner.Had = owner.Requests.Count == 0 ? Math.Max(owner.Had, _now) : owner.Had;
        Count++;
        return owner;
    }

    // An owner that was served more than others is remembered until they have caught up: it must not gain by being idle for a moment.
    private void ForgetIdle()
    {
        foreach (var (name, owner) in _owners)
        {
            if (owner.Requests.Count == 0 && owner.Had <= _now)
            {
                _owners.Remove(name); // Allowed while enumerating.
            }
        }
    }

    private sealed class Owner
    {
        public LinkedList<QueuedRequest<TBody>> Requests { get; } = [];

        /// <summary>What it has been served, on the common scale.</summary>
        public double Had { get; set; }

        /// <summary>Among equals, the owner that was served longest ago is next.</summary>
        public long Turn { get; set; }
    }
}
