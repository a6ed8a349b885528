using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Reports;

/// <summary>What a trial of a run cost on average, nominally. What was not written before is 0 in older summaries.</summary>
/// <param name="Generations">The paper's N as spent.</param>
/// <param name="ProposerTokens">Tokens of the proposer, prompt and generated.</param>
/// <param name="VerifierTokens">Tokens of the verifier, its own.</param>
/// <param name="Flops">Floating-point operations of both models: judging is charged.</param>
/// <param name="ProposerFlops">Floating-point operations of the proposer alone: judging counts as free.</param>
/// <param name="PromptTokens">Of <paramref name="ProposerTokens"/>, those of the prompt.</param>
/// <param name="GeneratedTokens">Of <paramref name="ProposerTokens"/>, those that were drawn.</param>
/// <param name="CacheBytes">
/// Memory of the keys and values of all tokens of both models, each token kept once and none evicted; null where a model's
/// cache is not known.
/// </param>
/// <param name="AttentionFlops">
/// Floating-point operations of both models' attention, which the figures by parameters leave out; null where the trees do not tell or a
/// model's attention is not known.
/// </param>
/// <param name="ProposerAttentionFlops">Those of the proposer alone.</param>
public sealed record MeanCost(
    double Generations,
    double ProposerTokens,
    double VerifierTokens,
    double Flops,
    double ProposerFlops = 0,
    double PromptTokens = 0,
    double GeneratedTokens = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? CacheBytes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? AttentionFlops = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ProposerAttentionFlops = null)
{
    /// <summary>Money, nominal like the tokens; null where no model has a price.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Money { get; init; }
}
