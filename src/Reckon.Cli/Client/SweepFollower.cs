using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;

namespace Reckon.Cli.Client;

/// <summary>Follows a sweep until it is over. A connection that is lost is made again, and goes on where it was.</summary>
internal sealed class SweepFollower(ApiClient api, string id)
{
    private string? _cursor;

    /// <summary>What the server sends, as it sends it: the name of each event and its document.</summary>
    public async IAsyncEnumerable<(string Event, string Document)> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var isOver = false; !isOver;)
        {
            using var answer = await api.OpenAsync($"v1/sweeps/{id}/watch", "text/event-stream", _cursor, cancellationToken);
            await using var events = ReadAsync(answer, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await TryMoveAsync(events))
            {
                var (name, document) = events.Current;
                isOver = name == "status" && IsOver(document);
                yield return (name, document);
            }
        }
    }

    private static bool IsOver(string document) =>
        JsonSerializer.Deserialize<SweepView>(document, ApiJson.ForClients) is { Phase: SweepPhase.Finished or SweepPhase.Cancelled };

    private async IAsyncEnumerable<(string Event, string Document)> ReadAsync(
        HttpResponseMessage answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var parser = SseParser.Create(stream);
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            _cursor = parser.LastEventId.Length == 0 ? _cursor : parser.LastEventId;
            yield return (item.EventType, item.Data);
        }
    }

    // False at the end of the stream, and where it breaks.
    private static async Task<bool> TryMoveAsync(IAsyncEnumerator<(string Event, string Document)> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception cause) when (cause is IOException or HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A line that says how far a sweep is.</summary>
    public static string LineOf(SweepView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"{view.Done:N0}/{view.Trials:N0} trials ({(view.Trials == 0 ? 0 : 100.0 * view.Done / view.Trials):0.0} %),"
        + $" {view.ProblemsRunning} problems running, {view.Failed:N0} failed, {view.Tokens:N0} tokens, {view.Phase.ToString().ToLowerInvariant()}")
        + (view.Pace?.SecondsLeft is { } left ? $", about {TimeSpan.FromSeconds(Math.Round(left)):c} left" : "");
}
