namespace Reckon.Search.Costs;

/// <summary>
/// What a search has spent, counted nominally: as if nothing were shared with other searches, and each prefix were kept
/// in the cache, so that the figures do not depend on workers, batches or timing.
/// </summary>
/// <param name="Generations">The paper's N: the largest number of steps drawn at any one depth of the tree.</param>
/// <param name="PromptTokens">Tokens of the prompt, read once by the proposer.</param>
/// <param name="GeneratedTokens">Tokens that the proposer drew, on kept and discarded branches.</param>
/// <param name="VerifierTokens">Tokens that the verifier read, in its own tokens: its prompt once, and each judged step once.</param>
public sealed record Cost(int Generations, long PromptTokens, long GeneratedTokens, long VerifierTokens)
{
    /// <summary>Nothing spent.</summary>
    public static Cost Zero { get; } = new(0, 0, 0, 0);

    /// <summary>Prompt and generated tokens of the proposer.</summary>
    public long ProposerTokens => PromptTokens + GeneratedTokens;

    /// <summary>All tokens, of proposer and verifier.</summary>
    public long Tokens => ProposerTokens + VerifierTokens;

    /// <summary>The total once the tree has <paramref name="generations"/> and <paramref name="spent"/> more has been spent.</summary>
    public Cost After(int generations, TokenCost spent) =>
        new(generations, PromptTokens + spent.Prompt, GeneratedTokens + spent.Generated, VerifierTokens + spent.Verifier);

    /// <summary>
    /// Floating-point operations, as 2 · parameters · tokens for each model (Kaplan et al. 2020; the paper's section 7).
    /// </summary>
    public double Flops(ModelSizes sizes) => ProposerFlops(sizes) + (2.0 * sizes.Verifier * VerifierTokens);

    /// <summary>Those of the proposer alone: what is charged where judging counts as free.</summary>
    public double ProposerFlops(ModelSizes sizes) => 2.0 * sizes.Proposer * ProposerTokens;

    /// <summary>Money, by what a token of each kind costs: nominal, like the tokens.</summary>
    public double Money(ModelSizes sizes) => sizes.Rates.Of(PromptTokens, GeneratedTokens, VerifierTokens);
}
