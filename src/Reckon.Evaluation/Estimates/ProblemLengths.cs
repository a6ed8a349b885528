namespace Reckon.Evaluation.Estimates;

/// <summary>How long the texts of one problem are, in tokens.</summary>
/// <param name="Prompt">The prompt, for the proposer.</param>
/// <param name="VerifierPrompt">The prompt for the verifier; null where nothing is judged.</param>
/// <param name="Solution">The dataset's solution with its end mark, for the proposer; null where the dataset has none.</param>
/// <param name="VerifierSolution">The same for the verifier; null where there is no solution or no verifier.</param>
/// <param name="Steps">Steps of the solution; null where there is none.</param>
/// <param name="Room">The longest answer, for the proposer; at least 1.</param>
public readonly record struct ProblemLengths(int Prompt, int? VerifierPrompt, int? Solution, int? VerifierSolution, int? Steps, int Room);
