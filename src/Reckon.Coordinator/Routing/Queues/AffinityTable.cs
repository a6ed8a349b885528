namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// Remembers the two workers that last served each group, and so hold its prefixes. Two, so that a detour around a worker
/// that is full for a moment does not lose it. Forgets the group that was served least recently.
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
        var holders = HoldersOf(group).With(worker);
        Remove(group);
        _entries[group] = _leastRecentFirst.AddLast((group, holders));
        if (_entries.Count > capacity)
        {
            Remove(_leastRecentFirst.First!.Value.Group);
        }
    }

    /// <summary>Notes that <paramref name="worker"/> has failed <paramref name="group"/>, which may find a better one.</summary>
    public void Forget(string group, string worker)
    {
        if (_entries.TryGetValue(group, out var entry))
        {
            entry.Value = (group, entry.Value.Holders.Without(worker));
        }
    }

    private void Remove(string group)
    {
        if (_entries.Remove(group, out var entry))
        {
            _leastRecentFirst.Remove(entry);
        }
    }
}
