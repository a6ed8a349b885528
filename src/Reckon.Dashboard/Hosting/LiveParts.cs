using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Reckon.Dashboard.Pages;

namespace Reckon.Dashboard.Hosting;

/// <summary>The parts of pages that somebody looks at, and how they are sent to browsers.</summary>
internal sealed class LiveParts(IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int MostParts = 2_000;
    private static readonly TimeSpan _reconnect = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _restForEach = TimeSpan.FromMilliseconds(20); // Two hundred see a frame every five seconds.

    private readonly ConcurrentDictionary<(string? Secret, string Address), LivePart> _parts = new();

    /// <summary>Sends a part to a browser whenever it changes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="choice">What the page shows: whoever has the same token, page and choice shares the part.</param>
    /// <param name="render">Its contents, again and again; those of the first request are used for all.</param>
    public IResult Send(PageRequest request, SweepChoice choice, Func<CancellationToken, IAsyncEnumerable<string>> render)
    {
        if (_parts.Count >= MostParts)
        {
            Forget();
        }

        var part = _parts.GetOrAdd((request.Secret, request.Page + choice.Write()), _ => new LivePart(render, RestAsync));
        var cursor = request.Http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? request.Query("last");
        request.Http.Response.Headers["X-Accel-Buffering"] = "no"; // A proxy must not hold events back.
        return TypedResults.ServerSentEvents(EventsAsync(part, cursor, request.Aborted));
    }

    private Task RestAsync(int watchers, CancellationToken cancellationToken) => Task.Delay(watchers * _restForEach, time, cancellationToken);

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(
        LivePart part, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        yield return new SseItem<string>("", "hello") { ReconnectionInterval = _reconnect };
        await using var frames = part.FramesAsync(cursor, ended.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await TryMoveAsync(frames))
        {
            yield return new SseItem<string>(frames.Current.Html, "frame") { EventId = frames.Current.Id };
        }

        if (!ended.IsCancellationRequested)
        {
            yield return new SseItem<string>("", "over");
        }
    }

    // False at the end, and where nobody waits any more.
    private static async Task<bool> TryMoveAsync(IAsyncEnumerator<LiveFrame> frames)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Forget()
    {
        foreach (var (key, part) in _parts)
        {
            if (part.IsUnwatched)
            {
                _parts.TryRemove(key, out _);
            }
        }
    }
}
