using System.Collections.Immutable;

namespace Reckon.Inference.Prefixes;

/// <summary>
/// A tree of chunks over a pool of cells. Each token is kept once, however many texts begin with it. Who takes from it takes a
/// copy, so nothing that runs depends on what is kept, and anything but the path that is being written may go at any time.
/// </summary>
internal sealed class PrefixCache<T>(int cells) : IPrefixCache<T>
{
    private readonly CellPool _pool = new(cells);
    private readonly Dictionary<ImmutableArray<int>, PrefixNode<T>> _roots = new(ChunkEquality.Instance);

    // From the last used to the one used longest ago. A node stands before its children, so the last of all has none.
    private readonly LinkedList<PrefixNode<T>> _order = [];
    private readonly Dictionary<PrefixNode<T>, LinkedListNode<PrefixNode<T>>> _places = [];

    public int Cells => _pool.Count;

    public int UsedCells => _pool.Count - _pool.Free;

    public long Evictions { get; private set; }

    public IReadOnlyList<PrefixNode<T>> Match(ReadOnlySpan<ImmutableArray<int>> path)
    {
        var matched = new List<PrefixNode<T>>(path.Length);
        var next = _roots;
        foreach (var chunk in path)
        {
            if (!next.TryGetValue(chunk, out var node))
            {
                break;
            }

            matched.Add(node);
            next = node.Children;
        }

        Use(matched.LastOrDefault());
        return matched;
    }

    public PrefixNode<T>? Keep(PrefixNode<T>? parent, ImmutableArray<int> chunk, int cells, T value, Action<int[]> copy)
    {
        if (parent is { IsKept: false })
        {
            return null;
        }

        var siblings = parent?.Children ?? _roots;
        Use(parent); // Its path is now the last to go.
        if (siblings.TryGetValue(chunk, out var known))
        {
            Use(known);
            return known;
        }

        if (!TryMakeRoom(cells, parent))
        {
            return null;
        }

        var node = new PrefixNode<T>(parent, chunk, _pool.Lend(cells), value);
        try
        {
            copy(node.Cells);
        }
        catch
        {
            _pool.GiveBack(node.Cells);
            throw;
        }

        siblings.Add(chunk, node);
        _places.Add(node, _order.AddFirst(node));
        Use(node);
        return node;
    }

    public void Clear()
    {
        while (_order.Last is { } last)
        {
            Remove(last.Value);
        }
    }

    public void CheckIntegrity()
    {
        var held = _order.SelectMany(node => node.Cells).ToArray();
        var seen = new HashSet<PrefixNode<T>>();
        var isSound = held.Length == held.Distinct().Count() && held.Length == _pool.Used && held.Length + _pool.Free == _pool.Count
            && _places.Count == _order.Count;
        foreach (var node in _order)
        {
            isSound &= node.IsKept && (node.Parent is null || seen.Contains(node.Parent)) && seen.Add(node);
            isSound &= (node.Parent?.Children ?? _roots).TryGetValue(node.Chunk, out var found) && found == node;
        }

        if (!isSound)
        {
            throw new InvalidOperationException($"The prefix cache is broken: {held.Length} cells held, {_pool.Used} lent, {_pool.Free} free, {_pool.Count} in all.");
        }
    }

    // Refuses before anything has gone when even then there would be no room.
    private bool TryMakeRoom(int cells, PrefixNode<T>? parent)
    {
        var held = 0;
        for (var node = parent; node is not null; node = node.Parent)
        {
            held += node.Cells.Length;
        }

        if (held + cells > _pool.Count)
        {
            return false;
        }

        while (_pool.Free < cells)
        {
            Remove(_order.Last!.Value); // Not of the parent's path: that stands in front, and leaves room enough.
            Evictions++;
        }

        return true;
    }

    private void Remove(PrefixNode<T> leaf)
    {
        (leaf.Parent?.Children ?? _roots).Remove(leaf.Chunk);
        _places.Remove(leaf, out var place);
        _order.Remove(place!); // Each node has its place.
        _pool.GiveBack(leaf.Cells);
        leaf.IsKept = false;
    }

    // From the end of a path to its beginning, which keeps parents before their children.
    private void Use(PrefixNode<T>? end)
    {
        for (var node = end; node is not null; node = node.Parent)
        {
            var place = _places[node];
            _order.Remove(place);
            _order.AddFirst(place);
        }
    }
}
