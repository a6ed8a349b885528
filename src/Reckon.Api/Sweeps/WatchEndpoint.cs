using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Streams what happens to a sweep. The id of an event is the cursor from which a client that comes back goes on.</summary>
internal static class WatchEndpoint
{
    private const string CursorHeader = "Last-Event-ID";
    private static readonly TimeSpan _reconnect = TimeSpan.FromSeconds(1);

    public static async Task<IResult> Watch(
        string id, HttpRequest request, SweepFeeds feeds, IGrainFactory grains, CancellationToken cancellationToken)
    {
        await SweepEndpoints.KnownAsync(id, grains);
        var text = request.Headers[CursorHeader].FirstOrDefault();
        if (text is not null && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw new ArgumentException($"{CursorHeader} is not one that this API has given out.");
        }

        if (!feeds.TryOpen())
        {
            return Results.Problem(
                title: "Too many streams", detail: "Close one, or poll the sweep instead.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var cursor = text is null ? 0 : long.Parse(text, CultureInfo.InvariantCulture);
        return TypedResults.ServerSentEvents(EventsAsync(feeds, id, cursor, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<object>> EventsAsync(
        SweepFeeds feeds, string id, long cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var moment in feeds.Of(id).MomentsAsync(cancellationToken))
            {
                foreach (var happened in moment.Events.Where(happened => happened.Number >= cursor))
                {
                    cursor = happened.Number + 1;
                    yield return Item<SweepEvent>(happened, "event", cursor);
                }

                yield return Item<SweepView>(moment.View, "status", cursor);
            }
        }
        finally
        {
            feeds.Close();
        }
    }

    private static SseItem<object> Item<T>(T value, string type, long cursor)
        where T : notnull => new(value, type)
        {
            EventId = cursor.ToString(CultureInfo.InvariantCulture),
            ReconnectionInterval = _reconnect,
        };
}
