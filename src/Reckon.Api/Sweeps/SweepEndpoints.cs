using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Api.Limits;
using Reckon.Api.Paging;
using Reckon.Api.Security;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>The sweeps of the cluster: handed in, listed, read, changed and deleted.</summary>
internal static class SweepEndpoints
{
    private const int MostItems = 1_000;
    private const string EventStream = "text/event-stream";

    public static void MapSweeps(this IEndpointRouteBuilder routes)
    {
        var sweeps = routes.MapGroup("/sweeps");
        sweeps.MapPost("/", SubmitEndpoint.SubmitAsync).RequireAuthorization(Policies.Operate).RequireRateLimiting(RateLimits.Submissions)
            .WithSummary("Hand a sweep in. Doing so again changes nothing.").Produces<SubmittedView>(StatusCodes.Status202Accepted);
        sweeps.MapGet("/", ListAsync).WithSummary("All sweeps, the newest first.");
        sweeps.MapGet("/{id}", StatusAsync).WithSummary("How far a sweep is.");
        sweeps.MapGet("/{id}/events", EventsAsync).WithSummary("What happened to a sweep, the oldest first.");
        sweeps.MapGet("/{id}/watch", WatchEndpoint.Watch).WithSummary("Events and progress, as server-sent events.")
            .Produces<SweepView>(contentType: EventStream);
        sweeps.MapGet("/{id}/results", ResultEndpoints.GetAsync).WithSummary("Outcomes: a page, or all as application/x-ndjson.")
            .Produces<ItemPage<JsonElement>>();
        sweeps.MapGet("/{id}/details", DetailsEndpoint.GetAsync).WithSummary("What a sweep is: its spec, models and dataset.");
        sweeps.MapGet("/{id}/summary", SummaryEndpoint.GetAsync).WithSummary("The numbers of the trials that have an outcome.");
        sweeps.MapGet("/{id}/problems", ProblemEndpoints.ListAsync).WithSummary("Its problems, those alone that a filter wants.");
        sweeps.MapGet("/{id}/tree", TreeEndpoints.OfProblemAsync).WithSummary("What was searched for the problem with an id.");
        sweeps.MapGet("/{id}/trees", TreeEndpoints.PageAsync).WithSummary("What was searched for the next problems.");
        sweeps.MapGet("/{id}/trees/{place:int:min(0)}", TreeEndpoints.OfPlaceAsync).WithSummary("What was searched for the problem at a place.");
        routes.MapGet("/deleted", DeletedAsync).WithSummary("Who deleted which sweep, when and why, the oldest first.");
        MapChanges(sweeps);
    }

    /// <summary>The coordinator of a sweep that exists.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async Task<ICoordinatorGrain> KnownAsync(string id, IGrainFactory grains)
    {
        var coordinator = grains.GetGrain<ICoordinatorGrain>(SweepId.Check(id));
        return (await coordinator.GetStatusAsync()).Phase == SweepPhase.Unknown ? throw Missing(id) : coordinator;
    }

    /// <summary>The failure of a request for a sweep that does not exist.</summary>
    public static KeyNotFoundException Missing(string id) => new($"There is no sweep '{id}'. 'reckon list' tells those that there are.");

    private static void MapChanges(RouteGroupBuilder sweeps)
    {
        var changes = sweeps.MapGroup("/{id}").RequireAuthorization(Policies.Operate);
        changes.MapPost("/pause", (string id, OrderRequest? request, ClaimsPrincipal user, IGrainFactory grains, TimeProvider time) =>
            ChangeAsync(id, grains, time, sweep => sweep.StopAsync(OrderOf(user, request)))).WithSummary("Admit no more; go on with 'resume'.");
        changes.MapPost("/resume", (string id, OrderRequest? request, ClaimsPrincipal user, IGrainFactory grains, TimeProvider time) =>
            ChangeAsync(id, grains, time, sweep => sweep.ResumeAsync(OrderOf(user, request)))).WithSummary("Go on after a pause.");
        changes.MapPost("/cancel", (string id, OrderRequest? request, ClaimsPrincipal user, IGrainFactory grains, TimeProvider time) =>
            ChangeAsync(id, grains, time, sweep => sweep.CancelAsync(OrderOf(user, request)))).WithSummary("End it for good.");
        changes.MapPost("/requeue", (string id, OrderRequest? request, ClaimsPrincipal user, IGrainFactory grains, TimeProvider time) =>
            ChangeAsync(id, grains, time, sweep => sweep.RequeueAsync(OrderOf(user, request)))).WithSummary("Try the failed trials again.");
        changes.MapPost("/retune", (string id, TuneRequest request, ClaimsPrincipal user, IGrainFactory grains, TimeProvider time) =>
            ChangeAsync(id, grains, time, sweep => sweep.RetuneAsync(request.Tuning(), OrderOf(user, new OrderRequest(request.Why)))))
            .WithSummary("Change its window and its priority while it runs.");
        changes.MapDelete("/", async (string id, string? why, ClaimsPrincipal user, IGrainFactory grains) =>
        {
            await (await KnownAsync(id, grains)).DeleteAsync(OrderOf(user, new OrderRequest(why)));
            return Results.NoContent();
        }).WithSummary("Delete it with all of its results.");
    }

    private static SweepOrder OrderOf(ClaimsPrincipal user, OrderRequest? request) =>
        new(user.Identity!.Name!, OrderRequest.WhyOf(request?.Why));

    private static async Task<SweepView> ChangeAsync(
        string id, IGrainFactory grains, TimeProvider time, Func<ICoordinatorGrain, Task> change)
    {
        var coordinator = await KnownAsync(id, grains);
        await change(coordinator);
        var figures = await coordinator.GetFiguresAsync();
        return SweepView.Of(id, figures, PaceView.SinceStart(figures), time.GetUtcNow());
    }

    private static async Task<ItemPage<SweepEntry>> ListAsync(string? cursor, IGrainFactory grains, TimeProvider time)
    {
        var after = SweepCursor.Read(cursor);
        var rest = (await grains.GetGrain<ISweepsGrain>(0).ListAsync()).Reverse().Where(sweep => after is null || after.IsBefore(sweep));
        ImmutableArray<SweepEntry> newest = [.. rest.Take(MostItems + 1)];
        return newest.Length > MostItems
            ? new ItemPage<SweepEntry>(time.GetUtcNow(), newest[..MostItems], SweepCursor.Of(newest[MostItems - 1]).ToString(), Truncated: true)
            : ItemPages.Whole(time.GetUtcNow(), newest);
    }

    private static async Task<SweepView> StatusAsync(string id, IGrainFactory grains, TimeProvider time)
    {
        var coordinator = grains.GetGrain<ICoordinatorGrain>(SweepId.Check(id));
        var figures = await coordinator.GetFiguresAsync();
        if (figures.Status.Phase == SweepPhase.Unknown)
        {
            throw Missing(id);
        }

        var view = SweepView.Of(id, figures, PaceView.SinceStart(figures), time.GetUtcNow());
        return view.IsRunning ? view with { Waits = await SweepWaits.OfAsync(coordinator, grains) } : view;
    }

    private static async Task<ItemPage<SweepEvent>> EventsAsync(string id, long? cursor, IGrainFactory grains, TimeProvider time)
    {
        var coordinator = await KnownAsync(id, grains);
        return await PageAsync(cursor, coordinator.GetEventsAsync, time);
    }

    private static Task<ItemPage<SweepEvent>> DeletedAsync(long? cursor, IGrainFactory grains, TimeProvider time) =>
        PageAsync(cursor, grains.GetGrain<ISweepsGrain>(0).GetDeletedAsync, time);

    private static async Task<ItemPage<SweepEvent>> PageAsync(
        long? cursor, Func<long, int, Task<ImmutableArray<SweepEvent>>> read, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cursor ?? 0, nameof(cursor));
        var events = await read(cursor ?? 0, MostItems);
        var isCut = events.Length == MostItems;
        return new ItemPage<SweepEvent>(time.GetUtcNow(), events, isCut ? $"{events[^1].Number + 1}" : null, isCut);
    }
}
