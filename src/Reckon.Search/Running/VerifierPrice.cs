using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>The most that a verifier can cost, in its own tokens, known before it is asked.</summary>
/// <param name="PromptOverheadTokens">Tokens of a prompt in addition to those of the question, at most; at least 0.</param>
/// <param name="TokensPerDrawnToken">
/// Tokens that it reads for each token that was drawn, at most: 1 where both models share a tokenizer, whose delimiter becomes the
/// verifier's mark; else the bytes of the proposer's longest token, and one for the mark. At least 1.
/// </param>
/// <param name="ContextTokens">The longest text that it reads at all: no continuation costs more. At least 1.</param>
/// <param name="Parameters">Its parameters; 0 where they are not known.</param>
public sealed record VerifierPrice(
    int PromptOverheadTokens, int TokensPerDrawnToken = 1, int ContextTokens = int.MaxValue, long Parameters = 0)
{
    /// <summary>Money for a token that it reads; 0 where it is free, or no price is known.</summary>
    public double Rate { get; init; }

    /// <summary>Reading the prompt for <paramref name="problem"/>, at most.</summary>
    public TokenCost OfPrompt(Problem problem) => new(0, 0, ProposerPrice.PromptBytes(problem, PromptOverheadTokens));

    /// <summary>Judging what <paramref name="expansion"/> asks for, at most.</summary>
    public TokenCost Of(Expansion expansion, Sampling sampling) => new(
        0, 0, expansion.Count * Math.Min(TokensPerDrawnToken * ProposerPrice.LongestDraw(expansion.Extent, sampling), ContextTokens));
}
