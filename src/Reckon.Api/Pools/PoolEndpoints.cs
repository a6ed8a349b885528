using System.Collections.Immutable;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Api.Paging;
using Reckon.Api.Streaming;
using Reckon.Contracts.Pools;

namespace Reckon.Api.Pools;

/// <summary>The cluster, its pools and its workers, as they are when they are asked for.</summary>
internal static class PoolEndpoints
{
    private const int MaxPoolLength = 256;

    public static void MapPools(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pools", (IGrainFactory grains, TimeProvider time) => ListAsync(grains, time, view => view.Pools))
            .WithSummary("All pools: workers, what waits, what is in flight.");
        routes.MapGet("/pools/{pool}", async (string pool, IGrainFactory grains) => pool.Length > MaxPoolLength
            ? throw new ArgumentException($"A pool's name has at most {MaxPoolLength} characters.")
            : pool.Contains(PoolView.Mark, StringComparison.Ordinal)
                ? PoolView.Of(await grains.GetGrain<IPoolGrain>(pool).GetStatusAsync()) with { Pool = pool }
                : PoolView.OfModel(pool, (await grains.GetGrain<IPoolsGrain>(0).GetAsync()).Pools))
            .WithSummary("One pool, or all pools of a model's name together. 'outstanding' is the signal for an autoscaler; a pool that nobody"
                + " serves or asks for has 0.");
        routes.MapGet("/workers", (IGrainFactory grains, TimeProvider time) => ListAsync(grains, time, view => view.Workers))
            .WithSummary("All workers, with the models that they serve and what they do.");
        routes.MapGet("/silos", (IGrainFactory grains, TimeProvider time) => ListAsync(grains, time, view => view.Silos))
            .WithSummary("The processes of the cluster, as its membership has them.");
        routes.MapGet("/cluster", ViewAsync).WithSummary("Pools, workers and silos together.");
        routes.MapGet("/cluster/watch", Watch).WithSummary("The same, again and again, as server-sent events.")
            .Produces<ClusterView>(contentType: "text/event-stream");
    }

    private static async Task<ClusterView> ViewAsync(IGrainFactory grains, TimeProvider time) =>
        ClusterView.Of(await grains.GetGrain<IPoolsGrain>(0).GetAsync(), time.GetUtcNow());

    private static async Task<ItemPage<T>> ListAsync<T>(IGrainFactory grains, TimeProvider time, Func<ClusterView, ImmutableArray<T>> of)
    {
        var view = await ViewAsync(grains, time);
        return ItemPages.Whole(view.AsOf, of(view));
    }

    private static IResult Watch(ClusterFeed cluster, OpenStreams streams, CancellationToken cancellationToken) => streams.TryOpen()
        ? TypedResults.ServerSentEvents(EventsAsync(cluster, streams, cancellationToken))
        : OpenStreams.Refusal();

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        ClusterFeed cluster, OpenStreams streams, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var document in cluster.Feed.FollowAsync(cancellationToken))
            {
                yield return new SseItem<string>(document, "cluster");
            }
        }
        finally
        {
            streams.Close();
        }
    }
}
