namespace Reckon.Coordinator.Nodes;

/// <summary>
/// Which nodes of a problem have nothing in the store: those that continue a child that was drawn just now, until they are asked
/// for the first time.
/// </summary>
internal sealed class NewNodes
{
    private readonly Dictionary<string, int> _firstDrawn = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes that the children of a node were drawn just now from the index <paramref name="firstDrawn"/> on; null when none were.
    /// </summary>
    public void Note(string node, int? firstDrawn)
    {
        if (firstDrawn is { } first)
        {
            _firstDrawn.TryAdd(node, first);
        }
    }

    /// <summary>Whether a node that is about to be asked is new; the next time it is not.</summary>
    /// <param name="node">The node's key.</param>
    /// <param name="parent">The key of the node whose child it continues; null for the root, which may always be in the store.</param>
    /// <param name="child">The index of that child.</param>
    public bool Take(string node, string? parent, int child) =>
        _asked.Add(node) && parent is not null && _firstDrawn.TryGetValue(parent, out var first) && child >= first;
}
