using Reckon.Evaluation.Reports;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Studies;

/// <summary>
/// What a token takes, as a whole sweep measured it. Outcomes hold no time, because it differs each time; so a trial's time is its tokens at
/// these prices: time inside the models, without waiting, batched as the sweep was.
/// </summary>
/// <param name="PerProposerToken">Seconds for each token that the proposer read or drew.</param>
/// <param name="PerVerifierToken">Seconds for each token that the verifier read; 0 where there is none.</param>
/// <param name="Sizes">The models.</param>
public sealed record TimePrice(double PerProposerToken, double PerVerifierToken, ModelSizes Sizes)
{
    /// <summary>The prices of <paramref name="summary"/>; null where it measured no time, or its tokens cannot be told apart.</summary>
    public static TimePrice? Of(SweepSummary summary)
    {
        var (sizes, timing) = (summary.Models.Sizes, summary.Timing);
        var drawn = timing is null ? 0 : timing.GeneratedTokens + timing.ReplayedTokens + timing.PrefilledTokens;
        var isJudged = sizes.Verifier > 0;
        return timing is null || drawn == 0 || timing.ProposerSeconds <= 0 || sizes.Proposer == 0
            || (isJudged && (timing.JudgedTokens == 0 || timing.VerifierSeconds <= 0))
            ? null
            : new TimePrice(timing.ProposerSeconds / drawn, isJudged ? timing.VerifierSeconds / timing.JudgedTokens : 0, sizes);
    }

    /// <summary>Seconds of a trial of <paramref name="cost"/>.</summary>
    public double SecondsOf(TrialCost cost)
    {
        var verifier = Sizes.Verifier == 0 ? 0 : (cost.Flops - cost.ProposerFlops) / (2.0 * Sizes.Verifier);
        return (cost.ProposerFlops / (2.0 * Sizes.Proposer) * PerProposerToken) + (verifier * PerVerifierToken);
    }
}
