using System.Collections.Immutable;
using System.Text;
using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>
/// The most that the models of a search can cost. It comes from the models' folders and travels with a sweep, so that a budget is
/// kept where no model is.
/// </summary>
/// <param name="Proposer">The proposer's price.</param>
/// <param name="Verifier">The verifier's; null where nothing is judged.</param>
public sealed record SearchPrice(ProposerPrice Proposer, VerifierPrice? Verifier)
{
    /// <summary>For two models known only to share a tokenizer: prompts with up to 64 tokens in addition to the question's.</summary>
    public static SearchPrice Default { get; } = new(new ProposerPrice(64), new VerifierPrice(64));

    /// <summary>How large the models are, and what their tokens cost.</summary>
    public ModelSizes Sizes => new(Proposer.Parameters, Verifier?.Parameters ?? 0)
    {
        Rates = new TokenRates(Proposer.PromptRate, Proposer.GeneratedRate, Verifier?.Rate ?? 0),
    };

    /// <summary>Reading the prompt once, by each model.</summary>
    public TokenCost OfPrompt(Problem problem) => Proposer.OfPrompt(problem) + (Verifier?.OfPrompt(problem) ?? TokenCost.Zero);

    /// <summary>Reading the prompt of a revision, with the answers that it sees, once by each model.</summary>
    public TokenCost OfRevision(Problem problem, ImmutableArray<ImmutableArray<Step>> answers)
    {
        var shown = answers.Sum(answer => answer.Sum(step => Encoding.UTF8.GetByteCount(step.Text) + 1L));
        var (proposer, verifier) = (Proposer.PromptOverheadTokens * answers.Length, (Verifier?.PromptOverheadTokens ?? 0) * answers.Length);
        return OfPrompt(problem) + new TokenCost(shown + proposer, 0, Verifier is null ? 0 : shown + verifier);
    }

    /// <summary>Drawing and judging a round.</summary>
    public TokenCost Of(IReadOnlyList<Expansion> round, Sampling sampling) => round.Aggregate(
        TokenCost.Zero,
        (sum, expansion) => sum + ProposerPrice.Of(expansion, sampling) + (Verifier?.Of(expansion, sampling) ?? TokenCost.Zero));
}
