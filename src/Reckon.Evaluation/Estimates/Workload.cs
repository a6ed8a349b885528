namespace Reckon.Evaluation.Estimates;

/// <summary>What a sweep's problems ask of its models: the lengths that an estimate starts from.</summary>
/// <param name="Problems">Problems, at least 1.</param>
/// <param name="Proposer">Lengths for the proposer.</param>
/// <param name="Verifier">Lengths for the verifier; null where nothing is judged.</param>
/// <param name="Steps">Steps of an expected answer, at least 1.</param>
/// <param name="Basis">What the length of answers is taken from.</param>
public sealed record Workload(int Problems, ModelLengths Proposer, ModelLengths? Verifier, double Steps, AnswerBasis Basis);
