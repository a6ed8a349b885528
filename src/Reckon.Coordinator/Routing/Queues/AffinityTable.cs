namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// Remembers the two workers that last served each search, which therefore hold its prefixes. Two, so that one detour around a worker
/// that is full for a moment does not lose the prefixes. Forgets the search that was served least recently.
/// </summary>
/// <param name="capacity">The most searches that are remembered, at least 1.</param>
internal sealed class AffinityTable(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<(string Search, Holders Holders)>> _entries = [];
    private readonly LinkedList<(string Search, Holders Holders)> _leastRecentFirst = [];

    /// <summary>The workers that hold prefixes of <paramref name="search"/>.</summary>
    public Holders HoldersOf(string search) => _entries.TryGetValue(search, out var entry) ? entry.Value.Holders : default;

    /// <summary>Notes that <paramref name="worker"/> serves <paramref name="search"/>.</summary>
    public void Remember(string search, string worker)
    {
        if (_entries.TryGetValue(search, out var entry))
        {
            entry.Value = (search, entry.Value.Holders.With(worker));
            _leastRecentFirst.Remove(entry);
            _leastRecentFirst.AddLast(entry);
            return;
        }

        _entries.Add(search, _leastRecentFirst.AddLast((search, default(Holders).With(worker))));
        if (_entries.Count > capacity)
        {
            _entries.Remove(_leastRecentFirst.First!.Value.Search);
            _leastRecentFirst.RemoveFirst();
        }
    }

    /// <summary>Forgets that <paramref name="worker"/>, which has failed, serves <paramref name="search"/>.</summary>
    public void Forget(string search, string worker)
    {
        if (_entries.TryGetValue(search, out var entry))
        {
            entry.Value = (search, entry.Value.Holders.Without(worker));
        }
    }
}
