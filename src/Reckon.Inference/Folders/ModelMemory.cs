using System.Globalization;
using Reckon.Inference.Engines;

namespace Reckon.Inference.Folders;

/// <summary>The memory that a model takes, in bytes. All but weights is reserved, and used as far as rows and texts need it.</summary>
/// <param name="Weights">The files of graph and weights.</param>
/// <param name="Rows">The KV cache of rows, running and parked, each with room for a whole context.</param>
/// <param name="Kept">The KV cache of prefixes that are kept for later requests.</param>
/// <param name="Logits">Logits that are kept after prompts.</param>
/// <param name="Staged">Copies of past and present, where a graph joins them by Concat.</param>
public sealed record ModelMemory(long Weights, long Rows, long Kept, long Logits, long Staged)
{
    /// <summary>The share of the machine's memory that one model may take: the rest is for logits, products and all else.</summary>
    public const double Share = 0.8;

    private const int LoneRows = 2; // That are staged beside those of a decode step.

    /// <summary>All of it.</summary>
    public long Total => Weights + Rows + Kept + Logits + Staged;

    /// <summary>What the model in <paramref name="folder"/> takes with these rows.</summary>
    public static ModelMemory Of(ModelFolder folder, EngineOptions options) => Of(ModelFootprint.Of(folder), options);

    /// <summary>What a model takes. A verifier has one row.</summary>
    public static ModelMemory Of(ModelFootprint model, EngineOptions options)
    {
        var (token, rows) = (model.Cache.TokenBytes, model.IsVerifier ? 1 : options.Slots);
        var staged = model.Cache.Layout == CacheLayout.Concat ? 2L * ((model.IsVerifier ? 1 : options.MaxRows) + LoneRows) : 0;
        return new ModelMemory(
            model.WeightBytes,
            (long)rows * model.ContextTokens * token,
            options.MaxKeptTokens * token,
            model.IsVerifier ? 0 : (long)options.MaxKeptLogits * sizeof(float),
            staged * model.ContextTokens * token);
    }

    /// <summary>
    /// These options, with fewer kept tokens, then fewer rows and no kept logits, where <paramref name="available"/> bytes do not hold all. Neither
    /// changes a result.
    /// </summary>
    /// <exception cref="ModelLoadException">Not even one row has room; says how much is needed.</exception>
    public static EngineOptions Fit(ModelFolder folder, EngineOptions options, long available)
    {
        var room = (long)(Share * available);
        var model = ModelFootprint.Of(folder);
        while (Of(model, options).Total > room && (options.MaxKeptTokens > 0 || options.MaxRows > 1))
        {
            options = options.MaxKeptTokens > 0
                ? options with { MaxKeptTokens = options.MaxKeptTokens > model.ContextTokens ? options.MaxKeptTokens / 2 : 0 }
                : options with { MaxRows = options.MaxRows / 2, MaxParkedRows = 0, MaxKeptLogits = 0 };
        }

        var needed = Of(model, options).Total;
        return needed <= room ? options : throw new ModelLoadException(
            folder.Path,
            [new ModelFault(
                folder.Descriptor.ModelFile,
                $"{Gibibytes((long)(needed / Share))} of memory for one row of {folder.Descriptor.Card.ContextTokens} tokens; there are {Gibibytes(available)}",
                "Set a smaller contextTokens in reckon.json, export with fewer bits (-p int4), or use a machine with more memory.")]);
    }

    /// <summary>Bytes as people read them.</summary>
    public static string Gibibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.00} GiB");
}
