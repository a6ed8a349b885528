using Reckon.Contracts.Nodes;

namespace Reckon.Coordinator.Nodes;

/// <summary>A node in memory, and how many ask it. Safe for any number of threads.</summary>
internal sealed class OpenNode(SavedNode node) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private int _asking; // Guarded by the lock, with all below.
    private bool _isClosed;
    private long _left;

    /// <summary>Counts one who asks; false where the node was closed and a new one is needed.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            _asking += _isClosed ? 0 : 1;
            return !_isClosed;
        }
    }

    /// <summary>Has it answer, when those before have their answers.</summary>
    public async Task<NodeExpanded> ExpandAsync(ExpandNode request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await node.ExpandAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>One has its answer, at <paramref name="now"/>; true where nobody asks and all is saved: then it is closed.</summary>
    public bool Leave(long now)
    {
        lock (_lock)
        {
            (_asking, _left) = (_asking - 1, now);
            _isClosed |= _asking == 0 && !node.IsUnsaved;
            return _isClosed;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Closes it, saved or not, where nobody asks and <paramref name="isLongAgo"/> says so of the time when the last one did.</summary>
    public bool TryClose(Func<long, bool> isLongAgo)
    {
        lock (_lock)
        {
            _isClosed |= _asking == 0 && isLongAgo(_left);
            return _isClosed;
        }
    }
}
