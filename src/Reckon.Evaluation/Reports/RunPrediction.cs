namespace Reckon.Evaluation.Reports;

/// <summary>What a trial of a run was expected to cost on average, nominally; beside its <see cref="MeanCost"/>.</summary>
/// <param name="Run">The run's label.</param>
/// <param name="ProposerTokens">Tokens of the proposer, prompt and generated.</param>
/// <param name="VerifierTokens">Tokens of the verifier.</param>
/// <param name="Flops">Floating-point operations of both models.</param>
public sealed record RunPrediction(string Run, double ProposerTokens, double VerifierTokens, double Flops);
