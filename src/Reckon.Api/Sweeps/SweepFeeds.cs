using System.Collections.Concurrent;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>The feeds of the sweeps that are watched.</summary>
internal sealed class SweepFeeds(IGrainFactory grains, ApiOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SweepFeed> _feeds = new(StringComparer.Ordinal);
    private int _streams;

    /// <summary>Streams that are open.</summary>
    public int Streams => _streams;

    /// <summary>The feed of a sweep.</summary>
    public SweepFeed Of(string id) =>
        _feeds.GetOrAdd(id, key => new SweepFeed(grains.GetGrain<ICoordinatorGrain>(key), key, time));

    /// <summary>Counts a stream that opens; false when there are as many as there may be.</summary>
    public bool TryOpen()
    {
        if (Interlocked.Increment(ref _streams) <= options.MaxStreams)
        {
            return true;
        }

        Close();
        return false;
    }

    /// <summary>Counts a stream that has closed.</summary>
    public void Close() => Interlocked.Decrement(ref _streams);
}
