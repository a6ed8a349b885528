using System.Collections.Immutable;
using Reckon.Evaluation.Trees;

namespace Reckon.Evaluation.Exports;

/// <summary>Kept trees as rows for other programs: one for each solution of each trial.</summary>
public static class CandidateRows
{
    /// <summary>Names of the columns, in their order. What they mean is in <c>docs/study.md</c>.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["problem", "run", "seed", "candidate", "answer", "correct", "votes", "score", "steps", "tokens", "logProbability", "round", "text"];

    /// <summary>The rows of a problem.</summary>
    public static IEnumerable<ImmutableArray<object?>> Of(ProblemTrees trees) =>
        trees.Trials.SelectMany(trial => trial.Candidates.Select((candidate, place) => Row(trees, trial, candidate, place)));

    private static ImmutableArray<object?> Row(ProblemTrees trees, TrialTree trial, TreeCandidate candidate, int place)
    {
        var node = trial.Nodes[candidate.Node];
        var steps = trees.AnswerTo(node.Step).Select(step => trees.Steps[step]).ToImmutableArray();
        var answer = candidate.Answer >= 0 ? trees.Answers[candidate.Answer] : null;
        return
        [
            trees.Problem.Id, trial.Run, trial.Seed, place, answer?.Text, answer?.IsCorrect ?? false, candidate.Group >= 0, candidate.Score,
            steps.Length, steps.Sum(step => step.Tokens), steps.Sum(step => step.LogProbability), node.Round,
            string.Join('\n', steps.Select(step => step.Text)),
        ];
    }
}
