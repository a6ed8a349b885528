namespace Reckon.Evaluation.Prompts;

/// <summary>How long the prompt of one problem is.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="ProposerTokens">Tokens of question and template for the proposer.</param>
/// <param name="VerifierTokens">The same for the verifier; null where nothing is judged.</param>
public readonly record struct PromptSize(string ProblemId, int ProposerTokens, int? VerifierTokens);
