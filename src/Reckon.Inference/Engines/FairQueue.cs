using System.Diagnostics.CodeAnalysis;

namespace Reckon.Inference.Engines;

/// <summary>
/// Who waits, by whose work it is and by problem. Of the owners the one that has had least is next, whatever the sizes of
/// their requests; an owner's problems take turns. Who comes, or comes back, begins at what the last served had: nobody saves
/// up for later, and nobody pays for the time when he was alone. For one thread.
/// </summary>
/// <remarks>This is start-time fair queuing (Goyal, Vin, Cheng 1996) with equal weights.</remarks>
/// <param name="costOf">What an item takes when it is served; at least 1.</param>
internal sealed class FairQueue<TItem>(Func<TItem, int> costOf)
    where TItem : class
{
    private readonly Dictionary<string, Owner> _owners = [];
    private long _now; // What the last served owner had before.
    private long _turns;

    public int Count { get; private set; }

    /// <summary>Who is next; null when nobody waits.</summary>
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

    /// <summary>Takes who is next.</summary>
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

    /// <summary>Takes out, and returns, all that <paramref name="isOver"/> says yes to. The others keep their turns.</summary>
    public IReadOnlyList<TItem> TakeWhere(Predicate<TItem> isOver)
    {
        var taken = _owners.Values.SelectMany(owner => owner.Waiting.TakeWhere(isOver)).ToList();
        Count -= taken.Count;
        ForgetIdle();
        return taken;
    }

    // Asked several times a step: a loop, which makes nothing to be collected. Owners are a few sweeps at the most.
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

    // Who has had more than others is remembered until they have caught up: to be away for a moment must not pay.
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

        /// <summary>What it has taken, on the common scale.</summary>
        public long Had { get; set; }

        /// <summary>Among equals, who was served longest ago goes first.</summary>
        public long Turn { get; set; }
    }
}
