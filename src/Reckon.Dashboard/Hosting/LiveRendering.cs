using System.Runtime.CompilerServices;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>Renders parts of pages again and again.</summary>
internal static class LiveRendering
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>Every few moments, for ever.</summary>
    public static async IAsyncEnumerable<string> ByTheClockAsync(
        Func<CancellationToken, Task<string>> render, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryAsync(render, cancellationToken) is { } html)
            {
                yield return html;
            }

            await Task.Delay(_interval, time, cancellationToken);
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
            while (await TryMoveAsync(states) is { } state)
            {
                if (!state.IsOver && last is { } shown && time.GetElapsedTime(shown) < _interval)
                {
                    continue;
                }

                last = time.GetTimestamp();
                if (await TryAsync(render, cancellationToken) is { } html)
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
