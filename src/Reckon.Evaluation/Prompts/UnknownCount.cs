namespace Reckon.Evaluation.Prompts;

/// <summary>What of a dataset's questions one model's tokenizer does not know.</summary>
/// <param name="Model">What the model does: <c>proposer</c> or <c>verifier</c>.</param>
/// <param name="Problems">Problems with anything unknown in them.</param>
/// <param name="AllProblems">All problems.</param>
/// <param name="Words">Unknown words.</param>
/// <param name="Characters">Characters in them.</param>
/// <param name="AllCharacters">Characters of all questions.</param>
public sealed record UnknownCount(string Model, int Problems, int AllProblems, long Words, long Characters, long AllCharacters)
{
    /// <summary>Share of the characters that are unknown, in [0, 1].</summary>
    public double Share => AllCharacters == 0 ? 0 : (double)Characters / AllCharacters;
}
