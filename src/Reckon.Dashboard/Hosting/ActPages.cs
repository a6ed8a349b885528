using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Dashboard.Pages;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>The forms by which orders are given: each names its effect and asks for a reason.</summary>
internal static class ActPages
{
    private const int LongestReason = 500;

    public static void MapActPages(this IEndpointRouteBuilder pages, PageHandler handler)
    {
        pages.MapGet("/sweeps/{id}/act/{act}", (string id, string act, HttpContext http) =>
            handler.AnswerAsync(http, request => FormAsync(request, id, ActOf(act), fault: null, why: null)));
        pages.MapPost("/sweeps/{id}/act/{act}", (string id, string act, HttpContext http) =>
            handler.AnswerFormAsync(http, (request, form) => OrderAsync(request, id, ActOf(act), $"{form["why"]}".Trim())));
    }

    private static async Task<IResult> FormAsync(PageRequest request, string id, SweepAct act, string? fault, string? why)
    {
        var context = await request.ContextAsync();
        if (!context.MayOperate)
        {
            throw new SourceException(SourceFault.Refused, "Only operators may change what runs.");
        }

        return await request.PageAsync<ActPage>(
            context, fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
            (nameof(ActPage.State), (await request.Source.FindAsync(id, request.Aborted)).State),
            (nameof(ActPage.Act), act), (nameof(ActPage.Fault), fault), (nameof(ActPage.Why), why));
    }

    private static async Task<IResult> OrderAsync(PageRequest request, string id, SweepAct act, string why)
    {
        if (why.Length is 0 or > LongestReason)
        {
            return await FormAsync(request, id, act, $"Give a reason of at most {LongestReason} characters.", why);
        }

        try
        {
            await request.Source.OrderAsync(id, act, why, request.Aborted);
            return request.Lead(Links.Sweep(id));
        }
        catch (SourceException cause) when (cause.Fault == SourceFault.Refused)
        {
            return await FormAsync(request, id, act, cause.Message, why);
        }
    }

    private static SweepAct ActOf(string text) => Enum.TryParse<SweepAct>(text, ignoreCase: true, out var act) && Enum.IsDefined(act)
        ? act
        : throw new SourceException(SourceFault.Missing, "There is no such order.");
}
