using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Reckon.Api.Streaming;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>One sweep, followed for all who watch it.</summary>
internal sealed class SweepFeed
{
    private const int MostEvents = 500; // In memory; who has missed more reads them from the sweep.

    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(5);

    private readonly ICoordinatorGrain _coordinator;
    private readonly string _id;
    private readonly JsonSerializerOptions _json;
    private readonly TimeProvider _time;
    private readonly LiveFeed<SweepMoment> _feed;
    private readonly SweepPace _pace = new();
    private ImmutableArray<SweepEvent> _events = [];

    public SweepFeed(ICoordinatorGrain coordinator, string id, JsonSerializerOptions json, TimeProvider time)
    {
        (_coordinator, _id, _json, _time) = (coordinator, id, json, time);
        _feed = new LiveFeed<SweepMoment>(LookAsync, (one, other) => one.IsLike(other), _interval, _longest, time);
    }

    /// <summary>Whether nobody watches it.</summary>
    public bool IsIdle => _feed.Watchers == 0;

    /// <summary>The moments of the sweep from now on, until it is over; a slow watcher misses some of them, and never the last.</summary>
    public async IAsyncEnumerable<SweepMoment> MomentsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var moment in _feed.FollowAsync(cancellationToken))
        {
            yield return moment;
            if (!moment.IsOpen)
            {
                yield break;
            }
        }
    }

    /// <summary>The events of <paramref name="moment"/> from the number <paramref name="cursor"/> on.</summary>
    public async IAsyncEnumerable<SweepEvent> EventsAsync(SweepMoment moment, long cursor)
    {
        while (moment.Events is [var oldest, ..] && cursor < oldest.Number
            && await _coordinator.GetEventsAsync(cursor, MostEvents) is { Length: > 0 } missed)
        {
            foreach (var happened in missed)
            {
                cursor = happened.Number + 1;
                yield return happened;
            }
        }

        foreach (var happened in moment.Events.Where(happened => happened.Number >= cursor))
        {
            yield return happened;
        }
    }

    private async Task<SweepMoment?> LookAsync()
    {
        try
        {
            var next = _events is [.., var last] ? last.Number + 1 : 0;
            if (await _coordinator.GetEventsAsync(next, MostEvents) is { Length: > 0 } happened)
            {
                ImmutableArray<SweepEvent> all = [.. _events, .. happened];
                _events = all[Math.Max(0, all.Length - MostEvents)..];
            }

            var figures = await _coordinator.GetFiguresAsync();
            var (now, pace) = (_time.GetUtcNow(), _pace.Of(figures, _time.GetUtcNow()));
            var view = SweepView.Of(_id, figures, pace, now);
            return new SweepMoment(view, Written(view), Written(view with { AsOf = default, Pace = null }), _events);
        }
        catch (Exception cause) when (cause is OrleansException or TimeoutException)
        {
            return null; // The next look may succeed.
        }
    }

    private string Written(SweepView view) => JsonSerializer.Serialize(view, _json);
}
