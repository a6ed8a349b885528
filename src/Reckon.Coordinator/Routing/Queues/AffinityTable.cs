namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// Remembers the two workers that last served each group, which therefore hold its prefixes. Two, so that one detour around a worker
/// that is full for a moment does not lose the prefixes. Forgets the group that was served least recently.
/// </summary>
/// <param name="capacity">The most groups that are remembered, at least 1.</param>
internal sealed class AffinityTable(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<(string Group, Holders Holders)>> _entries = [];
    private readonly LinkedList<(string Group, Holders Holders)> _leastRecentFirst = [];

    /// <summary>The workers that hold prefixes of <paramref name="group"/>.</summary>
    public Holders HoldersOf(string group) => _entries.TryGetValue(group, out var entry) ? entry.Value.Holders : default;

    /// <summary>Notes that <paramref name="worker"/> serves <paramref name="group"/>.</summary>
    public void Remember(string group, string worker)
    {
        if (_entries.TryGetValue(group, out var entry))
        {
            entry.Value = (group, entry.Value.Holders.With(worker));
            _leastRecentFirst.Remove(entry);
            _leastRecentFirst.AddLast(entry);
            return;
        }

        _entries.Add(group, _leastRecentFirst.AddLast((group, default(Holders).With(worker))));
        if (_entries.Count > capacity)
        {
            _entries.Remove(_leastRecentFirst.First!.Value.Group);
            _leastRecentFirst.RemoveFirst();
        }
    }

    /// <summary>Forgets that <paramref name="worker"/>, which has failed, serves <paramref name="group"/>.</summary>
    public void Forget(string group, string worker)
    {
        if (_entries.TryGetValue(group, out var entry))
        {
            entry.Value = (group, entry.Value.Holders.Without(worker));
        }
    }
}
