using System.Diagnostics.CodeAnalysis;

namespace Reckon.Inference.Engines;

/// <summary>
/// Items that wait: those of one owner in order of arrival, owners in turns. An owner with many items delays another by one item per turn,
/// and no item waits forever. For one thread.
/// </summary>
internal sealed class RoundRobinQueue<TItem>
    where TItem : class
{
    private readonly LinkedList<string> _turns = []; // Owners with something that waits, the next first.
    private readonly Dictionary<string, LinkedList<TItem>> _waiting = [];

    public int Count { get; private set; }

    /// <summary>The next item; null when none waits.</summary>
    public TItem? Head => _turns.First is { } next ? _waiting[next.Value].First!.Value : null; // An owner in turn has an item.

    public void Add(string owner, TItem item)
    {
        if (!_waiting.TryGetValue(owner, out var items))
        {
            _waiting.Add(owner, items = []);
            _turns.AddLast(owner);
        }

        items.AddLast(item);
        Count++;
    }

    /// <summary>Takes the next item. The next turn of its owner comes after those of all others.</summary>
    public bool TryTake([NotNullWhen(true)] out TItem? item)
    {
        item = Head;
        if (item is null)
        {
            return false;
        }

        var owner = _turns.First!.Value; // Of the head.
        _turns.RemoveFirst();
        _waiting[owner].RemoveFirst();
        Count--;
        if (_waiting[owner].Count > 0)
        {
            _turns.AddLast(owner);
        }
        else
        {
            _waiting.Remove(owner);
        }

        return true;
    }

    /// <summary>Takes out, and returns, all items for which <paramref name="isOver"/> is true. The others keep their turns.</summary>
    public IReadOnlyList<TItem> TakeWhere(Predicate<TItem> isOver)
    {
        var taken = new List<TItem>();
        for (var turn = _turns.First; turn is not null;)
        {
            var (owner, next) = (turn.Value, turn.Next);
            TakeWhere(_waiting[owner], isOver, taken);
            if (_waiting[owner].Count == 0)
            {
                _waiting.Remove(owner);
                _turns.Remove(turn);
            }

            turn = next;
        }

        Count -= taken.Count;
        return taken;
    }

    private static void TakeWhere(LinkedList<TItem> items, Predicate<TItem> isOver, List<TItem> taken)
    {
        for (var place = items.First; place is not null;)
        {
            var next = place.Next;
            if (isOver(place.Value))
            {
                taken.Add(place.Value);
                items.Remove(place);
            }

            place = next;
        }
    }
}
