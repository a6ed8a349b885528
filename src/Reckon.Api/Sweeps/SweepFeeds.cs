using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>The feeds of the sweeps that are watched.</summary>
internal sealed class SweepFeeds(IGrainFactory grains, TimeProvider time, IOptions<JsonOptions> json)
{
    private readonly ConcurrentDictionary<string, SweepFeed> _feeds = new(StringComparer.Ordinal);

    /// <summary>Sweeps that are watched.</summary>
    public int Count => _feeds.Count;

    /// <summary>The moments of a sweep until it is over, each with the events from <paramref name="cursor"/> on that are new in it.</summary>
    public async IAsyncEnumerable<(SweepMoment Moment, IAsyncEnumerable<SweepEvent> Events)> FollowAsync(
        string id, Func<long> cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var feed = _feeds.GetOrAdd(
            id, key => new SweepFeed(grains.GetGrain<ICoordinatorGrain>(key), key, json.Value.SerializerOptions, time));
        try
        {
            await foreach (var moment in feed.MomentsAsync(cancellationToken))
            {
                yield return (moment, feed.EventsAsync(moment, cursor()));
            }
        }
        finally
        {
            if (feed.IsIdle)
            {
                _feeds.TryRemove(new KeyValuePair<string, SweepFeed>(id, feed)); // Whoever has it already goes on with it.
            }
        }
    }
}
