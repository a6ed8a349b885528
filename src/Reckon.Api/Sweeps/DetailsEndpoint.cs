using System.Text.Json;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Tells what a sweep is.</summary>
internal static class DetailsEndpoint
{
    public static async Task<DetailsView> GetAsync(string id, IGrainFactory grains, TimeProvider time)
    {
        var details = await KnownAsync(id, grains);
        var (entry, terms) = (details.Entry, details.Terms);
        return new DetailsView(
            time.GetUtcNow(), id, entry.Name, terms.SpecHash, entry.Created, entry.Priority, details.Problems, Parsed(terms.Spec),
            Parsed(terms.Answers), [.. terms.Amends.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            details.Manifest.Length == 0 ? null : details.Manifest);
    }

    /// <summary>What a sweep that exists is.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async Task<SweepDetails> KnownAsync(string id, IGrainFactory grains) =>
        await grains.GetGrain<ICoordinatorGrain>(SweepId.Check(id)).GetDetailsAsync() ?? throw SweepEndpoints.Missing(id);

    private static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
