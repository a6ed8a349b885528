using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Yaml;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Evaluation.Sweeps;

/// <summary>
/// Refuses strategies that their sweep cannot run because it lacks a verifier or budget, as far as that is known without the
/// problems.
/// </summary>
/// <param name="budget">What each search may spend.</param>
/// <param name="sampling">How continuations are drawn; null where that is not known, and tokens are not counted.</param>
/// <param name="hasVerifier">Whether a verifier is asked, and paid.</param>
/// <param name="hasScores">Whether there are scores, of a verifier or of what stands in for one.</param>
/// <param name="log">Where refusals go.</param>
internal sealed class StrategyLimits(Budget budget, Sampling? sampling, bool hasVerifier, bool hasScores, DiagnosticLog log)
{
    private readonly SearchPrice _price = hasVerifier ? SearchPrice.Default : SearchPrice.Default with { Verifier = null };

    /// <summary>Reports <paramref name="spec"/>, which is at <paramref name="node"/>, if the sweep cannot run it.</summary>
    public void Check(StrategySpec spec, SourceNode node, string path)
    {
        if (spec.Needs.Scores && !hasScores)
        {
            log.Add(
                node.Line, node.Column, path, $"the strategy {spec.Name} needs scores, and the sweep has no verifier",
                "Name one as models.verifier, or remove the strategy");
        }

        if (spec.N > budget.Generations)
        {
            log.Add(
                node.Line, node.Column, path, $"{spec.Label} needs {spec.N} generations, and budget.generations is {budget.Generations}",
                $"Raise budget.generations to {spec.N} or more, or remove this n");
        }

        // The prompts, which are not known here, cost more: a budget equal to this bound is still too small.
        if (sampling is not null
            && RoundBound.OfFirst(spec.BuildForFirstRound(), sampling, _price).Tokens is var least && budget.Tokens <= least)
        {
            log.Add(
                node.Line, node.Column, path,
                $"{spec.Label} needs more than {least} tokens to draw anything, and budget.tokens is {budget.Tokens}",
                $"Raise budget.tokens to {least} and what the prompts take, lower the token limits of sampling, or remove this n");
        }
    }
}
