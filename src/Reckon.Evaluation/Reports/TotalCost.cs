using System.Text.Json.Serialization;
using Reckon.Evaluation.Outcomes;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// What all trials of a sweep are charged together: each as if it ran alone. What was computed, once for all of them, is in
/// <see cref="Timing"/>.
/// </summary>
/// <param name="Trials">Trials that have an outcome.</param>
/// <param name="PromptTokens">Prompt tokens that the proposer read.</param>
/// <param name="GeneratedTokens">Tokens that it drew.</param>
/// <param name="VerifierTokens">Tokens that the verifier read, its own.</param>
/// <param name="ProposerFlops">Floating-point operations of the proposer alone: judging counts as free.</param>
/// <param name="Flops">Floating-point operations of both models.</param>
public sealed record TotalCost(
    int Trials, long PromptTokens, long GeneratedTokens, long VerifierTokens, double ProposerFlops, double Flops)
{
    /// <summary>Money, nominal like the tokens; null where no model has a price.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Money { get; init; }

    /// <summary>The sum over <paramref name="outcomes"/>.</summary>
    internal static TotalCost Of(IReadOnlyCollection<TrialOutcome> outcomes, ModelSizes sizes)
    {
        var total = new Cost(
            0,
            outcomes.Sum(outcome => outcome.Cost.PromptTokens),
            outcomes.Sum(outcome => outcome.Cost.GeneratedTokens),
            outcomes.Sum(outcome => outcome.Cost.VerifierTokens));
        return new TotalCost(
            outcomes.Count, total.PromptTokens, total.GeneratedTokens, total.VerifierTokens,
            total.ProposerFlops(sizes), total.Flops(sizes))
        {
            Money = sizes.Rates.AreFree ? null : total.Money(sizes),
        };
    }
}
