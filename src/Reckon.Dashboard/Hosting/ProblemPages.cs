using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Dashboard.Pages;
using Reckon.Dashboard.Problems;
using Reckon.Dashboard.Sources;
using Reckon.Dashboard.Trials;
using Reckon.Evaluation.Trees;

namespace Reckon.Dashboard.Hosting;

/// <summary>The pages of problems.</summary>
internal static class ProblemPages
{
    private const int MostRows = 400; // At once; more than fit on any screen.
    private const int MostTrials = 2; // Beside each other.

    public static void MapProblemPages(this IEndpointRouteBuilder pages, PageHandler handler)
    {
        pages.MapGet("/sweeps/{id}/problems", handler.PageOf(ListAsync));
        pages.MapGet("/sweeps/{id}/rows", handler.PageOf(RowsAsync));
        pages.MapGet("/sweeps/{id}/problem", handler.PageOf(ProblemAsync));
    }

    private static async Task<IResult> ListAsync(PageRequest request, string id)
    {
        var query = ProblemQuery.Read(request.Query);
        var from = NumberOf(request.Query("from"), int.MaxValue);
        var table = await request.Source.ProblemsAsync(id, request.Aborted);
        if (IsWordy(request, query, from))
        {
            return request.Lead(Links.Problems(id, query)); // A form sends empty fields, too.
        }

        return await request.PageAsync<ProblemsPage>(
            (nameof(ProblemsPage.State), (await request.Source.FindAsync(id, request.Aborted)).State),
            (nameof(ProblemsPage.Table), table), (nameof(ProblemsPage.Query), query),
            (nameof(ProblemsPage.Found), ProblemSearch.Find(table, query)), (nameof(ProblemsPage.From), from));
    }

    private static async Task<IResult> RowsAsync(PageRequest request, string id)
    {
        var query = ProblemQuery.Read(request.Query);
        var table = await request.Source.ProblemsAsync(id, request.Aborted);
        return PageRequest.Html(await request.Renderer.RenderAsync<ProblemRows>(
            (nameof(ProblemRows.SweepId), id), (nameof(ProblemRows.Table), table), (nameof(ProblemRows.Query), query),
            (nameof(ProblemRows.Found), ProblemSearch.Find(table, query)),
            (nameof(ProblemRows.From), NumberOf(request.Query("from"), int.MaxValue)),
            (nameof(ProblemRows.Count), NumberOf(request.Query("count"), MostRows))));
    }

    private static async Task<IResult> ProblemAsync(PageRequest request, string id)
    {
        var problem = request.Query("id") ?? "";
        var picture = await request.Source.FindAsync(id, request.Aborted);
        var trees = await request.Source.TreesAsync(id, problem, request.Aborted) ?? throw new SourceException(
            SourceFault.Missing, "What was searched for this problem is not there. It is kept unless the sweep file says 'trees: false'.");
        var table = await request.Source.ProblemsAsync(id, request.Aborted);
        var place = table.PlaceOf(problem);
        return await request.PageAsync<ProblemPage>(
            (nameof(ProblemPage.Picture), picture), (nameof(ProblemPage.Trees), trees),
            (nameof(ProblemPage.Shown), Chosen(trees, request)),
            (nameof(ProblemPage.Earlier), place > 0 ? table.Rows[place - 1].Id : null),
            (nameof(ProblemPage.Later), place >= 0 && place + 1 < table.Rows.Length ? table.Rows[place + 1].Id : null));
    }

    // The trials that the address names; else the last one, which is the largest search of most sweeps.
    private static ImmutableArray<TrialTree> Chosen(ProblemTrees trees, PageRequest request)
    {
        var keys = request.Http.Request.Query["trial"].OfType<string>().Select(TrialKey.Read).OfType<(string Run, long Seed)>();
        ImmutableArray<TrialTree> named =
        [
            .. keys.Select(key => trees.Trials.FirstOrDefault(trial => trial.Run == key.Run && trial.Seed == key.Seed)).OfType<TrialTree>()
                .Distinct().Take(MostTrials),
        ];
        return named.IsEmpty ? [.. trees.Trials.TakeLast(1)] : named;
    }

    private static bool IsWordy(PageRequest request, ProblemQuery query, int from) =>
        from == 0 && request.Http.Request.QueryString.Value?.TrimStart('?') is { Length: > 0 } text && text.Length > query.Write().Length
        && request.Http.Request.Query.Any(value => string.IsNullOrEmpty(value.Value));

    private static int NumberOf(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : 0;
}
