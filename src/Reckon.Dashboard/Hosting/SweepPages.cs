using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Dashboard.Pages;

namespace Reckon.Dashboard.Hosting;

/// <summary>The pages of sweeps and of the cluster.</summary>
internal static class SweepPages
{
    public static void MapSweepPages(this IEndpointRouteBuilder pages, PageHandler handler)
    {
        pages.MapGet("/", handler.Page(ListAsync));
        pages.MapGet("/cluster", handler.Page(ClusterAsync));
        pages.MapGet("/sweeps/{id}", handler.PageOf(SweepAsync));
        pages.MapGet("/sweeps/{id}/events", handler.PageOf(EventsAsync));
        pages.MapGet("/live", (HttpContext http, LiveParts live, TimeProvider time) =>
            handler.AnswerAsync(http, request => LiveAsync(request, live, time, ListBodyAsync)));
        pages.MapGet("/cluster/live", (HttpContext http, LiveParts live, TimeProvider time) =>
            handler.AnswerAsync(http, request => LiveAsync(request, live, time, ClusterBodyAsync)));
        pages.MapGet("/sweeps/{id}/live", (string id, HttpContext http, LiveParts live, TimeProvider time) =>
            handler.AnswerAsync(http, request => LiveAsync(request, live, time, id, SweepBodyAsync)));
        pages.MapGet("/sweeps/{id}/events/live", (string id, HttpContext http, LiveParts live, TimeProvider time) =>
            handler.AnswerAsync(http, request => LiveAsync(request, live, time, id, EventsBodyAsync)));
    }

    private static async Task<IResult> ListAsync(PageRequest request) => await request.PageAsync<SweepsPage>(
        (nameof(SweepsPage.Sweeps), await request.Source.ListAsync(request.Aborted)));

    private static async Task<IResult> ClusterAsync(PageRequest request) => await request.PageAsync<ClusterPage>(
        (nameof(ClusterPage.Picture), await request.Source.ClusterAsync(request.Aborted)));

    private static async Task<IResult> SweepAsync(PageRequest request, string id) => await request.PageAsync<SweepPage>(
        (nameof(SweepPage.Picture), await request.Source.FindAsync(id, request.Aborted)),
        (nameof(SweepPage.Choice), SweepChoice.Read(request.Query)));

    private static async Task<IResult> EventsAsync(PageRequest request, string id) => await request.PageAsync<EventsPage>(
        (nameof(EventsPage.State), (await request.Source.FindAsync(id, request.Aborted)).State),
        (nameof(EventsPage.Events), await request.Source.EventsAsync(id, request.Aborted)));

    private static async Task<string> ListBodyAsync(LiveScope scope, CancellationToken stop) =>
        await scope.Renderer.RenderAsync<SweepList>((nameof(SweepList.Sweeps), await scope.Source.ListAsync(stop)));

    private static async Task<string> ClusterBodyAsync(LiveScope scope, CancellationToken stop) =>
        await scope.Renderer.RenderAsync<ClusterBody>((nameof(ClusterBody.Picture), await scope.Source.ClusterAsync(stop)));

    private static async Task<string> SweepBodyAsync(LiveScope scope, string id, CancellationToken stop) =>
        await scope.Renderer.RenderAsync<SweepBody>(
            (nameof(SweepBody.Context), scope.Context),
            (nameof(SweepBody.Picture), await scope.Source.FindAsync(id, stop)),
            (nameof(SweepBody.Choice), scope.Choice));

    private static async Task<string> EventsBodyAsync(LiveScope scope, string id, CancellationToken stop) =>
        await scope.Renderer.RenderAsync<EventsBody>(
            (nameof(EventsBody.Context), scope.Context),
            (nameof(EventsBody.State), (await scope.Source.FindAsync(id, stop)).State),
            (nameof(EventsBody.Events), await scope.Source.EventsAsync(id, stop)));

    private static async Task<IResult> LiveAsync(
        PageRequest request, LiveParts live, TimeProvider time, Func<LiveScope, CancellationToken, Task<string>> render)
    {
        var scope = await LiveScope.OfAsync(request);
        return live.Send(request, scope.Choice, ended => LiveRendering.ByTheClockAsync(stop => render(scope, stop), time, ended));
    }

    private static async Task<IResult> LiveAsync(
        PageRequest request, LiveParts live, TimeProvider time, string id, Func<LiveScope, string, CancellationToken, Task<string>> render)
    {
        var scope = await LiveScope.OfAsync(request);
        return live.Send(
            request, scope.Choice,
            ended => LiveRendering.WithSweepAsync(scope.Source, id, stop => render(scope, id, stop), time, ended));
    }
}
