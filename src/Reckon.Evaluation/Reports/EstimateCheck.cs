using System.Collections.Immutable;
using Reckon.Evaluation.Estimates;

namespace Reckon.Evaluation.Reports;

/// <summary>What a sweep was expected to cost before it started, next to what it cost. Nominal tokens, so it is the same in every run.</summary>
/// <param name="Basis">What the length of answers was taken from.</param>
/// <param name="Runs">The prediction for each run, per trial.</param>
/// <param name="PredictedTokens">Tokens of both models that were predicted for the trials that have outcomes.</param>
/// <param name="SpentTokens">Tokens that these trials spent.</param>
/// <param name="Ratio">Predicted by spent.</param>
public sealed record EstimateCheck(
    AnswerBasis Basis, ImmutableArray<RunPrediction> Runs, double PredictedTokens, double SpentTokens, double Ratio)
{
    /// <summary>Compares <paramref name="estimate"/> with <paramref name="runs"/>; null where no run has outcomes.</summary>
    internal static EstimateCheck? Of(SweepEstimate estimate, IEnumerable<RunSummary> runs)
    {
        var costs = runs.DistinctBy(run => run.Run).ToDictionary(run => run.Run); // Cost is the same whatever the rule.
        var spent = costs.Values.Sum(run => run.Trials * (run.Cost.ProposerTokens + run.Cost.VerifierTokens));
        var predicted = estimate.Runs
            .Where(run => costs.ContainsKey(run.Run))
            .Sum(run => costs[run.Run].Trials * (run.ProposerTokens + run.VerifierTokens));
        return spent == 0
            ? null
            : new EstimateCheck(
                estimate.Workload.Basis,
                [.. estimate.Runs.Select(run => new RunPrediction(run.Run, run.ProposerTokens, run.VerifierTokens, run.Flops))],
                predicted,
                spent,
                predicted / spent);
    }
}
