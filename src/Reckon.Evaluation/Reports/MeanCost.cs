namespace Reckon.Evaluation.Reports;

/// <summary>What a trial of a run cost on average, nominally.</summary>
/// <param name="Generations">The paper's N as spent.</param>
/// <param name="ProposerTokens">Tokens of the proposer, prompt and generated.</param>
/// <param name="VerifierTokens">Tokens of the verifier.</param>
/// <param name="Flops">Floating-point operations of both models.</param>
public sealed record MeanCost(double Generations, double ProposerTokens, double VerifierTokens, double Flops);
