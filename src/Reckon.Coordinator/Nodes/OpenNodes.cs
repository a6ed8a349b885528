using System.Collections.Concurrent;
using Orleans.Storage;
using Reckon.Contracts.Nodes;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Nodes;

/// <summary>
/// The nodes of this silo that are being asked, each for one request at a time. A node that has answered is saved, and leaves the memory at
/// once: whoever asks it again reads it from the store. One that could not be saved stays until it was, so that nothing is drawn twice.
/// </summary>
/// <param name="open">A node that nobody asks yet.</param>
/// <param name="time">Tells how long a node was left alone.</param>
internal sealed class OpenNodes(Func<GrainId, SavedNode> open, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5); // Of one that is not saved and that nobody asks any more.

    private readonly ConcurrentDictionary<GrainId, OpenNode> _nodes = new();
    private readonly RecentNodes _recent = new(time);
    private long _lastLook = time.GetTimestamp();

    /// <summary>The nodes of a silo.</summary>
    /// <param name="store">Where they are saved.</param>
    /// <param name="routers">Reaches the models.</param>
    /// <param name="time">Tells how long a node was left alone.</param>
    public static OpenNodes On(IGrainStorage store, RouterRegistry routers, TimeProvider time) =>
        new(id => new SavedNode(store, id, routers.Proposer, routers.Verifier), time);

    /// <summary>Nodes in memory.</summary>
    public int Count => _nodes.Count;

    /// <summary>Has a node answer: see <see cref="ISearchNodeGrain.ExpandAsync"/>.</summary>
    public async Task<NodeExpanded> ExpandAsync(GrainId id, ExpandNode request, CancellationToken cancellationToken)
    {
        ForgetLost();
        var hash = id.GetUniformHashCode();
        var isNew = request.IsNew && !_recent.MayContain(hash); // Another problem, of another sweep, may have asked it meanwhile.
        var node = Enter(id);
        try
        {
            return await node.ExpandAsync(isNew == request.IsNew ? request : request with { IsNew = isNew }, cancellationToken);
        }
        finally
        {
            _recent.Add(hash);
            Leave(id, node);
        }
    }

    private OpenNode Enter(GrainId id)
    {
        while (true)
        {
            var node = _nodes.GetOrAdd(id, static (id, open) => new OpenNode(open(id)), open);
            if (node.TryEnter())
            {
                return node;
            }

            _nodes.TryRemove(new KeyValuePair<GrainId, OpenNode>(id, node)); // It was left by the last at this moment.
        }
    }

    private void Leave(GrainId id, OpenNode node)
    {
        if (node.Leave(time.GetTimestamp()))
        {
            Remove(id, node);
        }
    }

    // Rare: a sweep was stopped while the store was away.
    private void ForgetLost()
    {
        var last = Volatile.Read(ref _lastLook);
        if (time.GetElapsedTime(last) < _patience || Interlocked.CompareExchange(ref _lastLook, time.GetTimestamp(), last) != last)
        {
            return;
        }

        foreach (var (id, node) in _nodes)
        {
            if (node.TryClose(left => time.GetElapsedTime(left) >= _patience))
            {
                Remove(id, node);
            }
        }
    }

    // Nobody asks it any more.
    private void Remove(GrainId id, OpenNode node)
    {
        _nodes.TryRemove(new KeyValuePair<GrainId, OpenNode>(id, node));
        node.Dispose();
    }
}
