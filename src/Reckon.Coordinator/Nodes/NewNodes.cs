namespace Reckon.Coordinator;

/// <summary>Which prefixes of a problem were drawn by this activation, so that nobody can have expanded them before.</summary>
internal sealed class NewNodes
{
    private readonly Dictionary<string, int> _firstDrawn = new(StringComparer.Ordinal);

    /// <summary>Notes that the children of a node were drawn just now from the index <paramref name="firstDrawn"/> on.</summary>
    public void Note(string node, int firstDrawn)
    {
        if (firstDrawn < int.MaxValue)
        {
            _firstDrawn.TryAdd(node, firstDrawn);
        }
    }

    /// <summary>Whether a child of a node is one of those.</summary>
    public bool Hold(string node, int child) => _firstDrawn.TryGetValue(node, out var firstDrawn) && child >= firstDrawn;
}
