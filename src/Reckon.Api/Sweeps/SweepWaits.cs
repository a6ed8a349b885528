using System.Collections.Immutable;
using Reckon.Api.Pools;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Tells why a sweep that runs does not get on.</summary>
internal static class SweepWaits
{
    /// <summary>The reasons; empty where it gets on.</summary>
    public static async Task<ImmutableArray<string>> OfAsync(ICoordinatorGrain coordinator, IGrainFactory grains)
    {
        if (await coordinator.GetTermsAsync() is not { } terms)
        {
            return [];
        }

        var pools = new[] { terms.ProposerPool, terms.VerifierPool }.OfType<string>();
        var views = await Task.WhenAll(pools.Select(async pool =>
            PoolView.Of(await grains.GetGrain<IPoolGrain>(pool).GetStatusAsync()) with { Pool = pool }));
        var store = (await coordinator.GetStatusAsync()).StoreFault;
        return [.. store is null ? (string[])[] : [$"the store takes nothing: {store}"], .. views.Select(view => view.Stalled).OfType<string>()];
    }
}
