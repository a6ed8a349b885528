namespace Reckon.Coordinator.Routing.Queues;

/// <summary>Remembers which worker last served a group of requests, and so holds their prefix; forgets the oldest.</summary>
internal sealed class AffinityTable(int capacity = 4_096)
{
    private readonly Dictionary<string, string> _holders = [];
    private readonly Queue<string> _order = [];

    /// <summary>The worker that last served <paramref name="group"/>, or null.</summary>
    public string? HolderOf(string group) => _holders.GetValueOrDefault(group);

    /// <summary>Lets the next worker of <paramref name="group"/> be chosen freely.</summary>
    public void Forget(string group) => _holders.Remove(group);

    /// <summary>Notes that <paramref name="worker"/> serves <paramref name="group"/>.</summary>
    public void Remember(string group, string worker)
    {
        if (!_holders.ContainsKey(group))
        {
            _order.Enqueue(group);
        }

        _holders[group] = worker;
        while (_order.Count > capacity)
        {
            _holders.Remove(_order.Dequeue());
        }
    }
}
