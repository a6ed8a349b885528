using System.Diagnostics.CodeAnalysis;

namespace Reckon.Inference.Engines;

/// <summary>
/// Items that wait, by owner and problem. Next is the owner that has been served least so far, counted in cost; an owner's problems take
/// turns. An owner that was idle counts as served as much as the owner that was served last: it gets no credit for the time before, and
/// owes nothing for a time when it was alone. For one thread.
/// </summary>
/// <remarks>This is start-time fair queuing (Goyal, Vin, Cheng 1996) with equal weights.</remarks>
/// <param name="costOf">The cost of serving an item; at least 1.</param>
internal sealed class FairQueue<TItem>(Func<TItem, int> costOf)
    where TItem : class
{
    private readonly Dictionary<string, Owner> _owners = [];
    private long _now; // What the owner that was served last had been served before.
    private long _turns;

    public int Count { get; private set; }

    /// <summary>The next item; null when none waits.</summary>
    public TItem? Head => Next()?.Waiting.Head;

    public void Add(string owner, string problem, TItem item)
    {
        if (!_owners.TryGetValue(owner, out var account))
        {
            _owners.Add(owner, account = new Owner { Turn = _turns++ });
        }

        account.Had = account.Waiting.Count == 0 ? Math.Max(account.Had, _now) : account.Had;
        account.Waiting.Add(problem, item);
        Count++;
    }

    /// <summary>Takes the next item.</summary>
    public bool TryTake([NotNullWhen(true)] out TItem? item)
    {
        item = null;
        if (Next() is not { } owner || !owner.Waiting.TryTake(out item))
        {
            return false;
        }

        _now = owner.Had;
        (owner.Had, owner.Turn) = (owner.Had + costOf(item), _turns++);
        Count--;
        ForgetIdle();
        return true;
    }

    /// <summary>Takes out, and returns, all items for which <paramref name="isOver"/> is true. The others keep their turns.</summary>
    public IReadOnlyList<TItem> TakeWhere(Predicate<TItem> isOver)
    {
        var taken = _owners.Values.SelectMany(owner => owner.Waiting.TakeWhere(isOver)).ToList();
        Count -= taken.Count;
        ForgetIdle();
        return taken;
    }

    // Asked several times a step: a loop, which allocates nothing. There are a few owners at most.
    private Owner? Next()
    {
        Owner? next = null;
        foreach (var owner in _owners.Values)
        {
            if (owner.Waiting.Count > 0 && (next is null || (owner.Had, owner.Turn).CompareTo((next.Had, next.Turn)) < 0))
            {
                next = owner;
            }
        }

        return next;
    }

    // An owner that has been served more than others is remembered until they have caught up: it must not gain by being idle for a moment.
    private void ForgetIdle()
    {
        foreach (var (name, owner) in _owners)
        {
            if (owner.Waiting.Count == 0 && owner.Had <= _now)
            {
                _owners.Remove(name); // Allowed while enumerating.
            }
        }
    }

    private sealed class Owner
    {
        public RoundRobinQueue<TItem> Waiting { get; } = new();

        /// <summary>What it has been served, on the common scale.</summary>
        public long Had { get; set; }

        /// <summary>Among equals, the owner that was served longest ago is next.</summary>
        public long Turn { get; set; }
    }
}
