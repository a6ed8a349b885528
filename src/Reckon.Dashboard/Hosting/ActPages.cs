using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Dashboard.Pages;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>The forms by which orders are given: each names its effect and asks for a reason.</summary>
internal static class ActPages
{
    public static void MapActPages(this IEndpointRouteBuilder pages, PageHandler handler)
    {
        pages.MapGet("/sweeps/{id}/act/{act}", (string id, string act, HttpContext http) =>
            handler.AnswerAsync(http, request => FormAsync(request, id, new ActForm(ActOf(act), _ => null), fault: null)));
        pages.MapPost("/sweeps/{id}/act/{act}", (string id, string act, HttpContext http) =>
            handler.AnswerFormAsync(http, (request, form) => OrderAsync(request, id, new ActForm(ActOf(act), name => form[name]))));
    }

    private static async Task<IResult> FormAsync(PageRequest request, string id, ActForm form, string? fault)
    {
        var context = await request.ContextAsync();
        if (!context.MayOperate)
        {
            throw new SourceException(SourceFault.Refused, "Only operators may change what runs.");
        }

        return await request.PageAsync<ActPage>(
            context, fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
            (nameof(ActPage.State), (await request.Source.FindAsync(id, request.Aborted)).State),
            (nameof(ActPage.Form), form), (nameof(ActPage.Fault), fault));
    }

    private static async Task<IResult> OrderAsync(PageRequest request, string id, ActForm form)
    {
        if (form.Fault is { } fault)
        {
            return await FormAsync(request, id, form, fault);
        }

        try
        {
            await request.Source.OrderAsync(id, form.Request, request.Aborted);
            return request.Lead(Links.Sweep(id));
        }
        catch (SourceException cause) when (cause.Fault == SourceFault.Refused)
        {
            return await FormAsync(request, id, form, cause.Message);
        }
    }

    private static SweepAct ActOf(string text) => Enum.TryParse<SweepAct>(text, ignoreCase: true, out var act) && Enum.IsDefined(act)
        ? act
        : throw new SourceException(SourceFault.Missing, "There is no such order.");
}
