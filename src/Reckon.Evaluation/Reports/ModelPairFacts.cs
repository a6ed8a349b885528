using Reckon.Evaluation.Trees;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Reports;

/// <summary>The models, as a report names them.</summary>
/// <param name="Proposer">The model that writes.</param>
/// <param name="Verifier">The model that judges; null where nothing is judged.</param>
public sealed record ModelPairFacts(ModelFacts Proposer, ModelFacts? Verifier)
{
    /// <summary>How large they are, and what their tokens cost.</summary>
    public ModelSizes Sizes => new(Proposer.Parameters, Verifier?.Parameters ?? 0)
    {
        Rates = new TokenRates(
            (Proposer.Price?.Prompt ?? 0) / TokenPrice.Tokens,
            (Proposer.Price?.Generated ?? 0) / TokenPrice.Tokens,
            (Verifier?.Price?.Prompt ?? 0) / TokenPrice.Tokens),
    };

    /// <summary>The currency of their prices; null where none has one.</summary>
    public string? Currency => Proposer.Price?.Currency ?? Verifier?.Price?.Currency;

    /// <summary>Memory of the keys and values of so many tokens of each model; null where one of the models does not say.</summary>
    internal double? CacheBytes(long proposerTokens, long verifierTokens) =>
        ((double?)Proposer.CacheBytesPerToken * proposerTokens)
        + (Verifier is null ? 0 : (double?)Verifier.CacheBytesPerToken * verifierTokens);

    /// <summary>Floating-point operations of attention over so many pairs; null where one of the models does not say.</summary>
    internal double? AttentionFlops(AttentionPairs pairs) =>
        ((double?)Proposer.AttentionFlopsPerPair * pairs.Proposer)
        + (Verifier is null ? 0 : (double?)Verifier.AttentionFlopsPerPair * pairs.Verifier);
}
