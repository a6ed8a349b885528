using Reckon.Evaluation.Trees;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Reports;

/// <summary>The models, as a report names them.</summary>
/// <param name="Proposer">The model that writes.</param>
/// <param name="Verifier">The model that judges; null where nothing is judged.</param>
public sealed record ModelPairFacts(ModelFacts Proposer, ModelFacts? Verifier)
{
    /// <summary>How large they are.</summary>
    public ModelSizes Sizes => new(Proposer.Parameters, Verifier?.Parameters ?? 0);

    /// <summary>Memory of the keys and values of so many tokens of each model; null where one of the models does not say.</summary>
    internal double? CacheBytes(long proposerTokens, long verifierTokens) =>
        ((double?)Proposer.CacheBytesPerToken * proposerTokens)
        + (Verifier is null ? 0 : (double?)Verifier.CacheBytesPerToken * verifierTokens);

    /// <summary>Floating-point operations of attention over so many pairs; null where one of the models does not say.</summary>
    internal double? AttentionFlops(AttentionPairs pairs) =>
        ((double?)Proposer.AttentionFlopsPerPair * pairs.Proposer)
        + (Verifier is null ? 0 : (double?)Verifier.AttentionFlopsPerPair * pairs.Verifier);
}
