namespace Reckon.Inference.Prefixes;

/// <summary>
/// A tree of chunks over a pool of blocks. Each token is kept once, however many texts begin with it. Who takes from it takes a
/// copy, so nothing that runs depends on what is kept, and anything but the path that is being written may go at any time.
/// </summary>
internal sealed class PrefixCache<T>(int blocks) : IPrefixCache<T>
{
    private readonly BlockPool _pool = new(blocks);
    private readonly Dictionary<Chunk, PrefixNode<T>> _roots = [];

    // From the last used to the one used longest ago. A node stands before its children, so the last of all has none.
    private readonly LinkedList<PrefixNode<T>> _order = [];
    private readonly Dictionary<PrefixNode<T>, LinkedListNode<PrefixNode<T>>> _places = [];

    public int Blocks => _pool.Count;

    public int UsedBlocks => _pool.Count - _pool.Free;

    public long Evictions { get; private set; }

    public IReadOnlyList<PrefixNode<T>> Match(ReadOnlySpan<Chunk> path)
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

    public PrefixNode<T>? Store(PrefixNode<T>? parent, Chunk chunk, int blocks, T value, Action<int[]> copy)
    {
        if (parent is { IsCached: false })
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

        if (!TryMakeRoom(blocks, parent))
        {
            return null;
        }

        var node = new PrefixNode<T>(parent, chunk, _pool.Lend(blocks), value);
        try
        {
            copy(node.Blocks);
        }
        catch
        {
            _pool.GiveBack(node.Blocks);
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
        var held = _order.SelectMany(node => node.Blocks).ToArray();
        var seen = new HashSet<PrefixNode<T>>();
        var isSound = held.Length == held.Distinct().Count() && held.Length == _pool.Used && held.Length + _pool.Free == _pool.Count
            && _places.Count == _order.Count;
        foreach (var node in _order)
        {
            isSound &= node.IsCached && (node.Parent is null || seen.Contains(node.Parent)) && seen.Add(node);
            isSound &= (node.Parent?.Children ?? _roots).TryGetValue(node.Chunk, out var found) && found == node;
        }

        if (!isSound)
        {
            throw new InvalidOperationException($"The prefix cache is broken: {held.Length} blocks held, {_pool.Used} lent, {_pool.Free} free, {_pool.Count} in all.");
        }
    }

    // Refuses before anything has gone when even then there would be no room.
    private bool TryMakeRoom(int blocks, PrefixNode<T>? parent)
    {
        var held = 0;
        for (var node = parent; node is not null; node = node.Parent)
        {
            held += node.Blocks.Length;
        }

        if (held + blocks > _pool.Count)
        {
            return false;
        }

        while (_pool.Free < blocks)
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
        _pool.GiveBack(leaf.Blocks);
        leaf.IsCached = false;
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
