using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Statistics;
using Reckon.Search;

namespace Reckon.Evaluation.Trees;

/// <summary>What grading and statistics take from a kept tree.</summary>
public static class TrialTreeExtensions
{
    /// <summary>The search of <paramref name="trial"/> as grading saw it when it had just ended.</summary>
    public static FinishedSearch ToSearch(this ProblemTrees trees, TrialTree trial) => new(
        trial.End,
        trial.Rounds,
        trial.Nodes.Count(node => !node.IsRollout && trees.Steps[node.Step].Ending == Ending.Truncated),
        trial.Cost,
        [
            .. trial.Nodes
                .Where(node => !node.IsRollout && trees.Steps[node.Step].Ending == Ending.Finished)
                .Select(node => SolutionOf(trees, node, trial.Rounds)),
        ])
    {
        Chains = trial.Chains,
        Policy = trial.Policy,
    };

    /// <summary>
    /// The pool of <paramref name="trial"/>, whose nodes are whole answers: every node in order, with or without an answer.
    /// </summary>
    /// <param name="trees">The problem's trees.</param>
    /// <param name="trial">One of them.</param>
    /// <param name="aggregation">The place in the sweep, from 0, of the aggregation whose scores the candidates have.</param>
    public static CandidatePool ToPool(this ProblemTrees trees, TrialTree trial, int aggregation = 0)
    {
        var candidates = trial.Candidates
            .Select((candidate, place) => candidate with { Score = trial.ScoreUnder(aggregation, place) })
            .ToDictionary(candidate => candidate.Node);
        return new CandidatePool(
            trees.Problem.Id,
            trial.Seed,
            [.. trial.Nodes.Select((_, node) => candidates.TryGetValue(node, out var candidate) && candidate.Group >= 0
                ? new PooledCandidate(candidate.Group, candidate.Score, trees.Answers[candidate.Answer].IsCorrect)
                : new PooledCandidate(PooledCandidate.NoAnswer, 0, false))]);
    }

    private static SolutionText SolutionOf(ProblemTrees trees, TreeNode node, int rounds)
    {
        var steps = trees.AnswerTo(node.Step).Select(step => trees.Steps[step]).ToImmutableArray();
        var text = string.Join('\n', steps.Select(step => step.Text));
        return new SolutionText(text, [.. steps.Select(step => step.Score ?? 0)], node.KeptUntil == rounds);
    }
}
