using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Reckon.Api.Paging;
using Reckon.Api.Streaming;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Hands out the outcomes of a sweep, in the order of problems and trials.</summary>
internal static class ResultEndpoints
{
    private const string Lines = "application/x-ndjson";

    /// <summary>The header of a page of lines that says where the next one begins; empty at the end.</summary>
    public const string NextCursor = "Reckon-Next-Cursor";

    /// <summary>
    /// A page of outcomes; where the caller accepts <c>application/x-ndjson</c>, all from a cursor on as lines, or one page of lines, each as
    /// it is kept.
    /// </summary>
    public static async Task<IResult> GetAsync(
        string id, string? cursor, bool? onePage, HttpRequest request, HttpResponse response, OpenStreams streams, IGrainFactory grains,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var coordinator = await SweepEndpoints.KnownAsync(id, grains);
        var from = ReadCursor(cursor);
        var isLines = request.Headers.Accept.Any(accepted => accepted?.Contains(Lines, StringComparison.OrdinalIgnoreCase) == true);
        if (isLines && onePage != true)
        {
            return OpenStreams.Answer(streams, Lines, body => WriteAsync(coordinator, from, body, cancellationToken));
        }

        var page = await coordinator.GetOutcomesAsync(from);
        if (isLines)
        {
            response.Headers[NextCursor] = page.Next is { } place ? Write(place) : "";
            return Results.Text(string.Concat(page.Outcomes.Select(outcome => $"{outcome}\n")), Lines);
        }

        var items = page.Outcomes.Select(outcome => JsonDocument.Parse(outcome).RootElement).ToImmutableArray();
        return Results.Json(new ItemPage<JsonElement>(
            time.GetUtcNow(), items, page.Next is { } next ? Write(next) : null, page.Next is not null));
    }

    private static async Task WriteAsync(
        ICoordinatorGrain coordinator, OutcomeCursor from, Stream body, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        for (OutcomeCursor? next = from; next is { } place;)
        {
            var page = await coordinator.GetOutcomesAsync(place).WaitAsync(cancellationToken);
            foreach (var outcome in page.Outcomes)
            {
                await writer.WriteAsync(outcome);
                await writer.WriteAsync('\n');
            }

            await writer.FlushAsync(cancellationToken);
            next = page.Next;
        }
    }

    private static string Write(OutcomeCursor cursor) => string.Create(CultureInfo.InvariantCulture, $"{cursor.Problem}.{cursor.Trial}");

    private static OutcomeCursor ReadCursor(string? text)
    {
        if (text is null)
        {
            return default;
        }

        return text.Split('.') is [var problem, var trial] && Read(problem) is { } first && Read(trial) is { } second
            ? new OutcomeCursor(first, second)
            : throw new ArgumentException("The cursor is not one that this API has given out.");
    }

    private static int? Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
