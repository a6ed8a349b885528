using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Hands out the numbers of a sweep that runs or is over.</summary>
internal static class SummaryEndpoint
{
    public static async Task<SummaryView> GetAsync(string id, SummaryCache summaries, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var coordinator = await SweepEndpoints.KnownAsync(id, grains);
        return await summaries.OfAsync(id, await coordinator.GetStatusAsync(), cancellationToken);
    }
}
