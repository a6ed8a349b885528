using System.Text;
using Reckon.Inference.Folders;
using Reckon.Inference.Tokens;
using Reckon.Search.Running;

namespace Reckon.Cli.Running;

/// <summary>The most that models can cost, from their folders.</summary>
internal static class ModelPrices
{
    // Marks at both ends of a prompt, and a margin.
    private const int Marks = 16;

    /// <summary>The most that a search with these models can cost.</summary>
    public static SearchPrice Of(ModelFolder proposer, ModelFolder? verifier) => new(
        new ProposerPrice(OverheadOf(proposer), proposer.Descriptor.Card.Parameters),
        verifier is null ? null : OfVerifier(proposer, verifier));

    private static VerifierPrice OfVerifier(ModelFolder proposer, ModelFolder verifier) => new(
        OverheadOf(verifier),
        TokensPerDrawnToken(proposer.Tokenizer, verifier.Tokenizer),
        verifier.Descriptor.Card.ContextTokens,
        verifier.Descriptor.Card.Parameters);

    // No tokenizer makes more tokens than a text has bytes.
    private static int OverheadOf(ModelFolder model) => Marks + Encoding.UTF8.GetByteCount(model.Descriptor.PromptTemplate);

    private static int TokensPerDrawnToken(ITokenizer proposer, ITokenizer verifier) =>
        Vocabularies.AreSame(proposer, verifier) ? 1 : Vocabularies.LongestTokenBytes(proposer) + 1;
}
