using System.Collections.Immutable;
using Reckon.Contracts.Pools;

namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// What each owner has outstanding in one router, from the moment it asks to the moment it is answered. Safe for any number of threads.
/// </summary>
internal sealed class OwnerBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OwnerLoad> _owners = new(StringComparer.Ordinal); // Guarded by the lock.

    /// <summary>All owners that have something outstanding.</summary>
    public ImmutableArray<OwnerLoad> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _owners.Values];
            }
        }
    }

    /// <summary>Counts a request, until what is returned is disposed of.</summary>
    public Entry Enter(Demand demand)
    {
        Add(demand.Owner, demand.Weight, demand.Priority);
        return new Entry(this, demand);
    }

    private void Add(string owner, int weight, int? priority = null)
    {
        lock (_lock)
        {
            var known = _owners.GetValueOrDefault(owner);
            var outstanding = known.Outstanding + weight;
            if (outstanding == 0)
            {
                _owners.Remove(owner);
            }
            else
            {
                _owners[owner] = new OwnerLoad(owner, priority ?? known.Priority, outstanding);
            }
        }
    }

    /// <summary>A request that is counted.</summary>
    internal readonly struct Entry(OwnerBook book, Demand demand) : IDisposable
    {
        /// <summary>Counts it no more.</summary>
        public void Dispose() => book.Add(demand.Owner, -demand.Weight);
    }
}
