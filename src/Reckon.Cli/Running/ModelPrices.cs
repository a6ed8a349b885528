using System.Text;
using Reckon.Contracts.Models;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Cli.Running;

/// <summary>The most that models can cost.</summary>
internal static class ModelPrices
{
    /// <summary>The most that a search with these models can cost.</summary>
    public static SearchPrice Of(ModelDescription proposer, ModelDescription? verifier, Preface? preface = null) => new(
        new ProposerPrice(proposer.PromptOverhead, proposer.Parameters) { PrefaceTokens = TokensOf(preface, proposer.PromptOverhead) },
        verifier is null
            ? null
            : new VerifierPrice(
                verifier.PromptOverhead, TokensPerDrawnToken(proposer, verifier), verifier.ContextTokens, verifier.Parameters));

    // Around each text a template writes no more than around a problem.
    private static int TokensOf(Preface? preface, int overhead) =>
        preface?.Texts.Sum(text => Encoding.UTF8.GetByteCount(text) + overhead) ?? 0;

    // No tokenizer makes more tokens than a text has bytes.
    private static int TokensPerDrawnToken(ModelDescription proposer, ModelDescription verifier) =>
        proposer.Vocabulary == verifier.Vocabulary ? 1 : proposer.LongestTokenBytes + verifier.StepOverhead;
}
