namespace Reckon.Evaluation.Prompts;

/// <summary>What a prompt and its answer must fit.</summary>
/// <param name="ProposerContext">Tokens of the proposer's context.</param>
/// <param name="VerifierContext">Tokens of the verifier's context; null where nothing is judged.</param>
/// <param name="MaxAnswerTokens">The longest answer that the sampling allows, in tokens.</param>
public readonly record struct PromptLimits(int ProposerContext, int? VerifierContext, int MaxAnswerTokens)
{
    /// <summary>
    /// Tokens that an answer may have after a prompt of <paramref name="size"/>: the sampling's limit, or what the context leaves.
    /// </summary>
    public int RoomAfter(PromptSize size) => Math.Min(MaxAnswerTokens, ProposerContext - size.ProposerTokens);
}
