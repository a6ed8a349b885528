using Reckon.Contracts.Models;
using Reckon.Evaluation.Reports;
using Reckon.Search.Running;

namespace Reckon.Cli.Running;

/// <summary>The most that models can cost.</summary>
internal static class ModelPrices
{
    /// <summary>The most that a search with these models can cost.</summary>
    public static SearchPrice Of(ModelDescription proposer, ModelDescription? verifier) => new(
        new ProposerPrice(proposer.PromptOverhead, proposer.Parameters)
        {
            PromptRate = proposer.PromptPrice / TokenPrice.Tokens,
            GeneratedRate = proposer.GeneratedPrice / TokenPrice.Tokens,
        },
        verifier is null
            ? null
            : new VerifierPrice(
                verifier.PromptOverhead, TokensPerDrawnToken(proposer, verifier), verifier.ContextTokens, verifier.Parameters)
            {
                Rate = verifier.PromptPrice / TokenPrice.Tokens,
            });

    // No tokenizer makes more tokens than a text has bytes.
    private static int TokensPerDrawnToken(ModelDescription proposer, ModelDescription verifier) =>
        proposer.Vocabulary == verifier.Vocabulary ? 1 : proposer.LongestTokenBytes + verifier.StepOverhead;
}
