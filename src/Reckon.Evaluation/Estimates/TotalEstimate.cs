using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Estimates;

/// <summary>What all trials of a sweep are expected to cost together.</summary>
/// <param name="ProposerTokens">Tokens of the proposer, prompts and generated.</param>
/// <param name="VerifierTokens">Tokens of the verifier.</param>
/// <param name="Flops">Floating-point operations of both models.</param>
public sealed record TotalEstimate(double ProposerTokens, double VerifierTokens, double Flops)
{
    /// <summary>Money of both models; null where none has a price.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Money { get; init; }

    /// <summary>Tokens of both models.</summary>
    public double Tokens => ProposerTokens + VerifierTokens;
}
