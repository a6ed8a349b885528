using System.Runtime.CompilerServices;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>Renders parts of pages again and again, and takes at most a small share of the time for it.</summary>
internal static class LiveRendering
{
    private const double LargestShare = 0.02; // Of the time; fetching what is shown counts.
    private const double LongestPause = 10; // Seconds: on a crowded machine all takes long, and people wait.

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>Every few moments, for ever.</summary>
    public static async IAsyncEnumerable<string> ByTheClockAsync(
        Func<CancellationToken, Task<string>> render, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var began = time.GetTimestamp();
            var html = await TryAsync(render, cancellationToken);
            var pause = PauseAfter(time.GetElapsedTime(began));
            if (html is not null)
            {
                yield return html;
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>Whenever a sweep changes, until it is over; not more often than people can read.</summary>
    public static async IAsyncEnumerable<string> WithSweepAsync(
        ISweepSource source, string id, Func<CancellationToken, Task<string>> render, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var states = source.ChangesAsync(id, cancellationToken).GetAsyncEnumerator(cancellationToken);
            long? last = null;
            var pause = _interval;
            while (await TryMoveAsync(states) is { } state)
            {
                if (!state.IsOver && last is { } shown && time.GetElapsedTime(shown) < pause)
                {
                    continue;
                }

                last = time.GetTimestamp();
                var html = await TryAsync(render, cancellationToken);
                pause = PauseAfter(time.GetElapsedTime(last.Value));
                if (html is not null)
                {
                    yield return html;
                }

                if (state.IsOver)
                {
                    yield break;
                }
            }

            await Task.Delay(_patience, time, cancellationToken); // The connection was lost.
        }
    }

    private static TimeSpan PauseAfter(TimeSpan took) =>
        TimeSpan.FromSeconds(Math.Clamp(took.TotalSeconds / LargestShare, _interval.TotalSeconds, LongestPause));

    private static async Task<SweepState?> TryMoveAsync(IAsyncEnumerator<SweepState> states)
    {
        try
        {
            return await states.MoveNextAsync() ? states.Current : null;
        }
        catch (SourceException)
        {
            return null;
        }
    }

    // What cannot be read just now may be read the next time.
    private static async Task<string?> TryAsync(Func<CancellationToken, Task<string>> render, CancellationToken cancellationToken)
    {
        try
        {
            return await render(cancellationToken);
        }
        catch (SourceException)
        {
            return null;
        }
    }
}
