using System.Collections.Immutable;
using System.Globalization;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;

namespace Reckon.Cli.Hosting;

/// <summary>
/// Makes rows and caches fit a limit of memory, since a container that takes more is ended without a word: first the prefix caches give
/// way, then rows. Only speed changes. Pure.
/// </summary>
internal static class MemoryPlan
{
    // The rest is for what models take while they run, and for the program itself.
    private const double Share = 0.7;
    private const double Mebibyte = 1 << 20;

    /// <summary>The memory that <paramref name="models"/> take with <paramref name="options"/>, in bytes, when rows and caches are full.</summary>
    public static long Bytes(EngineOptions options, ImmutableArray<ModelFootprint> models) =>
        models.Sum(model => ModelMemory.Of(model, options).Total);

    /// <summary>
    /// <paramref name="options"/> with as many rows, and then as large caches, as fit in <paramref name="limit"/> bytes; never more than
    /// they have.
    /// </summary>
    /// <exception cref="ClusterSettingException">Not even one row fits.</exception>
    public static EngineOptions Fit(EngineOptions options, ImmutableArray<ModelFootprint> models, long limit)
    {
        var room = (long)(Share * limit);
        if (Bytes(options, models) <= room)
        {
            return options;
        }

        var bare = options with { MaxKeptTokens = 0, MaxKeptLogits = 0 };
        while (Bytes(bare, models) > room)
        {
            bare = bare.MaxRows == 1 ? throw TooLittle(bare, models, limit) : bare with { MaxRows = bare.MaxRows / 2, MaxParkedRows = 0 };
        }

        var kept = (room - Bytes(bare, models)) / Math.Max(1, models.Sum(model => model.Cache.TokenBytes));
        var cached = bare with { MaxKeptTokens = (int)Math.Min(options.MaxKeptTokens, kept) };
        var whole = cached with { MaxKeptLogits = options.MaxKeptLogits };
        return Bytes(whole, models) <= room ? whole : cached;
    }

    private static ClusterSettingException TooLittle(EngineOptions bare, ImmutableArray<ModelFootprint> models, long limit) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The models need {Bytes(bare, models) / Share / Mebibyte:0} MiB of memory with a single row and without caches, and this container may"
        + $" take {limit / Mebibyte:0} MiB. Raise its limit, or serve fewer models in it."));
}
