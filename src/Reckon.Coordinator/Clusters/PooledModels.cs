using System.Collections.Immutable;
using Reckon.Contracts.Models;

namespace Reckon.Coordinator.Clusters;

/// <summary>What a pool promises whose workers run one model in several ways, some of them on servers: what all of them keep.</summary>
internal static class PooledModels
{
    /// <summary>One description for each pool, in the order of their names.</summary>
    public static ImmutableArray<ModelDescription> Of(IEnumerable<ModelDescription> models) =>
        [.. models.GroupBy(model => model.Pool).OrderBy(pool => pool.Key, StringComparer.Ordinal).Select(pool => Of([.. pool]))];

    // What only those say who have the weights is taken from one of them.
    private static ModelDescription Of(ImmutableArray<ModelDescription> workers) => workers.MaxBy(model => model.CacheBytesPerToken)! with
    {
        ContextTokens = workers.Min(model => model.ContextTokens),
        IsRepeatable = workers.All(model => model.IsRepeatable),
        CanExclude = workers.All(model => model.CanExclude),
    };
}
