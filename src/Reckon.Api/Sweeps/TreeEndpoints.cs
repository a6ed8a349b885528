using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Reckon.Api.Paging;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Hands out what was searched.</summary>
internal static class TreeEndpoints
{
    private const int ProblemsOfPage = 64;
    private const int ProblemsAtOnce = 8; // Enough to hide the time of a call.
    private const int MostBytes = 4 << 20; // After which a page ends: trees of one problem are 10 kB to 1 MB.

    /// <summary>The trees of the problem at a place.</summary>
    public static async Task<IResult> OfPlaceAsync(
        string id, int place, HttpResponse response, IGrainFactory grains, CancellationToken cancellationToken) =>
        Lines(response, await (await SweepEndpoints.KnownAsync(id, grains)).GetTreesAsync(place, cancellationToken));

    /// <summary>The trees of the problem with an id, which may hold any character.</summary>
    public static async Task<IResult> OfProblemAsync(
        string id, string problem, HttpResponse response, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var coordinator = await SweepEndpoints.KnownAsync(id, grains);
        return Lines(response, await coordinator.GetTreesAsync(await coordinator.FindProblemAsync(problem), cancellationToken));
    }

    /// <summary>The trees of the next problems, those left out that the sweep's own budget did.</summary>
    public static async Task<ItemPage<TreesItem>> PageAsync(
        string id, string? cursor, IGrainFactory grains, TimeProvider time, CancellationToken cancellationToken)
    {
        var first = PlaceCursor.Read(cursor);
        var coordinator = await SweepEndpoints.KnownAsync(id, grains);
        var end = (await DetailsEndpoint.KnownAsync(id, grains)).Problems - (await coordinator.GetStatusAsync()).ProblemsNotRun;
        var most = Math.Min(ProblemsOfPage, end - first);
        var problems = most > 0 ? await coordinator.GetProblemsAsync(first, most, withTrials: false) : [];
        var items = ImmutableArray.CreateBuilder<TreesItem>();
        foreach (var some in problems.Chunk(ProblemsAtOnce))
        {
            items.AddRange(await Task.WhenAll(some.Select(async problem => new TreesItem(
                problem.Place, problem.Problem.Id, await coordinator.GetTreesAsync(problem.Place, cancellationToken)))));
            if (items.Sum(item => (long)item.Gzip.Length) > MostBytes)
            {
                break;
            }
        }

        var next = first + items.Count;
        return next < end
            ? new ItemPage<TreesItem>(time.GetUtcNow(), items.ToImmutable(), PlaceCursor.Write(next), Truncated: true)
            : ItemPages.Whole(time.GetUtcNow(), items.ToImmutable());
    }

    private static IResult Lines(HttpResponse response, byte[] trees)
    {
        response.Headers.ContentEncoding = "gzip"; // As it is kept.
        return Results.Bytes(trees, "application/x-ndjson");
    }
}
