using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Api.Paging;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Api.Pools;

/// <summary>Pools and workers, as they are when they are asked for.</summary>
internal static class PoolEndpoints
{
    private const int MaxPoolLength = 256;

    public static void MapPools(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pools", async (IGrainFactory grains, TimeProvider time) => ItemPages.Whole<PoolView>(
            time.GetUtcNow(), [.. (await grains.GetGrain<IPoolsGrain>(0).GetAsync()).Pools.Select(PoolView.Of)]))
            .WithSummary("All pools: workers, what waits, what is in flight.");
        routes.MapGet("/pools/{pool}", async (string pool, IGrainFactory grains) => pool.Length > MaxPoolLength
            ? throw new ArgumentException($"A pool's name has at most {MaxPoolLength} characters.")
            : pool.Contains(PoolView.Mark, StringComparison.Ordinal)
                ? PoolView.Of(await grains.GetGrain<IPoolGrain>(pool).GetStatusAsync()) with { Pool = pool }
                : PoolView.OfModel(pool, (await grains.GetGrain<IPoolsGrain>(0).GetAsync()).Pools.Select(PoolView.Of)))
            .WithSummary("One pool, or all pools of a model's name together. 'outstanding' is the signal for an autoscaler; a pool that nobody"
                + " serves or asks for has 0.");
        routes.MapGet("/workers", async (IGrainFactory grains, TimeProvider time) => ItemPages.Whole<WorkerDescription>(
            time.GetUtcNow(), (await grains.GetGrain<IPoolsGrain>(0).GetAsync()).Workers))
            .WithSummary("All workers, with the models that they serve.");
    }
}
