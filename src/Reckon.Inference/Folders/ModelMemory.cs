using System.Globalization;
using Reckon.Inference.Engines;

namespace Reckon.Inference.Folders;

/// <summary>The memory that a model takes, in bytes. All but weights is reserved, and used as far as rows and texts need it.</summary>
/// <param name="Weights">The files of graph and weights.</param>
/// <param name="Rows">The KV cache of rows, running and parked, each with room for a whole context.</param>
/// <param name="Kept">The KV cache of prefixes that are kept for later requests.</param>
/// <param name="Staged">Copies of past and present, where a graph joins them by Concat.</param>
public sealed record ModelMemory(long Weights, long Rows, long Kept, long Staged)
{
    /// <summary>The share of the machine's memory that one model may take: the rest is for logits, products and all else.</summary>
    public const double Share = 0.8;

    /// <summary>All of it.</summary>
    public long Total => Weights + Rows + Kept + Staged;

    /// <summary>What the model in <paramref name="folder"/> takes with these rows.</summary>
    public static ModelMemory Of(ModelFolder folder, EngineOptions options)
    {
        var (cache, context) = (folder.Descriptor.Cache, (long)folder.Descriptor.Card.ContextTokens);
        return Of(WeightBytes(folder), cache, context, options);
    }

    /// <summary>What a model takes.</summary>
    /// <param name="weights">Bytes of its weights.</param>
    /// <param name="cache">Its KV cache.</param>
    /// <param name="context">Tokens of a row.</param>
    /// <param name="options">The rows.</param>
    public static ModelMemory Of(long weights, CacheShape cache, long context, EngineOptions options) => new(
        weights,
        options.Slots * context * cache.TokenBytes,
        options.MaxKeptTokens * cache.TokenBytes,
        cache.Layout == CacheLayout.Concat ? 2 * options.MaxRows * context * cache.TokenBytes : 0);

    /// <summary>
    /// These options, with fewer kept tokens and then fewer rows where <paramref name="available"/> bytes do not hold all. Neither
    /// changes a result.
    /// </summary>
    /// <exception cref="ModelLoadException">Not even one row has room; says how much is needed.</exception>
    public static EngineOptions Fit(ModelFolder folder, EngineOptions options, long available)
    {
        var room = (long)(Share * available);
        while (Of(folder, options).Total > room && (options.MaxKeptTokens > 0 || options.MaxRows > 1))
        {
            options = options.MaxKeptTokens > 0
                ? options with { MaxKeptTokens = options.MaxKeptTokens > folder.Descriptor.Card.ContextTokens ? options.MaxKeptTokens / 2 : 0 }
                : options with { MaxRows = options.MaxRows / 2, MaxParkedRows = 0 };
        }

        var needed = Of(folder, options).Total;
        return needed <= room ? options : throw new ModelLoadException(
            folder.Path,
            [new ModelFault(
                folder.Descriptor.ModelFile,
                $"{Gibibytes((long)(needed / Share))} of memory for one row of {folder.Descriptor.Card.ContextTokens} tokens; there are {Gibibytes(available)}",
                "Set a smaller contextTokens in reckon.json, export with fewer bits (-p int4), or use a machine with more memory.")]);
    }

    /// <summary>Bytes as people read them.</summary>
    public static string Gibibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.00} GiB");

    private static long WeightBytes(ModelFolder folder)
    {
        var directory = Path.GetDirectoryName(folder.ModelPath)!;
        return new[] { folder.ModelPath }.Concat(folder.Descriptor.Data.Select(data => Path.Combine(directory, data.File)))
            .Where(File.Exists).Sum(file => new FileInfo(file).Length);
    }
}
