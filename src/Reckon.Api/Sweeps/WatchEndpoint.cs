using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Reckon.Api.Streaming;

namespace Reckon.Api.Sweeps;

/// <summary>Streams what happens to a sweep. The id of an event is the cursor from which a client that comes back goes on.</summary>
internal static class WatchEndpoint
{
    private const string CursorHeader = "Last-Event-ID";
    private static readonly TimeSpan _reconnect = TimeSpan.FromSeconds(1);

    public static async Task<IResult> Watch(
        string id, HttpRequest request, SweepFeeds feeds, OpenStreams streams, IGrainFactory grains, IOptions<JsonOptions> json,
        CancellationToken cancellationToken)
    {
        await SweepEndpoints.KnownAsync(id, grains);
        var text = request.Headers[CursorHeader].FirstOrDefault();
        var cursor = 0L;
        if (text is not null && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out cursor))
        {
            throw new ArgumentException($"{CursorHeader} is not one that this API has given out.");
        }

        return streams.TryOpen()
            ? TypedResults.ServerSentEvents(EventsAsync(feeds, streams, id, cursor, json.Value.SerializerOptions, cancellationToken))
            : OpenStreams.Refusal();
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        SweepFeeds feeds, OpenStreams streams, string id, long cursor, JsonSerializerOptions json,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (moment, events) in feeds.FollowAsync(id, () => cursor, cancellationToken))
            {
                await foreach (var happened in events.WithCancellation(cancellationToken))
                {
                    cursor = happened.Number + 1;
                    yield return Item(JsonSerializer.Serialize(happened, json), "event", cursor);
                }

                yield return Item(moment.Document, "status", cursor);
            }
        }
        finally
        {
            streams.Close();
        }
    }

    private static SseItem<string> Item(string document, string type, long cursor) => new(document, type)
    {
        EventId = cursor.ToString(CultureInfo.InvariantCulture),
        ReconnectionInterval = _reconnect,
    };
}
