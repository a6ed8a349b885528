using System.Collections.Immutable;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Grading.Grades;
using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Outcomes;

/// <summary>Turns a search that has ended into an outcome.</summary>
public static class TrialJudge
{
    /// <summary>
    /// Chooses an answer among the solutions by each of the sweep's rules, and grades it. Solutions without an answer take
    /// no part in the choice.
    /// </summary>
    public static TrialOutcome Judge(Problem problem, TrialSpec trial, SearchResult result, SweepSpec sweep, IGrader grader)
    {
        var answers = result.Tree.Solutions.Select(node => grader.Extract(Text(result.Tree, node))).ToImmutableArray();
        var candidates = result.Tree.Solutions
            .Zip(grader.GroupKeys(answers), (node, key) => new Candidate(key, sweep.Aggregation.Of(result.Tree.ScoresTo(node.Id))))
            .ToImmutableArray();
        return new TrialOutcome(
            problem.Id,
            problem.Subject,
            problem.Level,
            trial.Strategy.Label,
            trial.Strategy.Name,
            trial.Strategy.Values,
            trial.Seed,
            result.End,
            result.Tree.Rounds,
            answers.Length,
            result.Tree.Nodes.Count(node => node.Child.Ending == Ending.Truncated),
            [.. sweep.Selections.Select(rule => Select(rule, problem, candidates, answers, grader))],
            result.Cost);
    }

    private static SelectionOutcome Select(
        SelectionRule rule, Problem problem, ImmutableArray<Candidate> candidates, ImmutableArray<ExtractedAnswer> answers, IGrader grader)
    {
        if (Selection.Choose(rule, candidates) is not { } chosen)
        {
            return new SelectionOutcome(rule, null, false, GradeStatus.NoAnswer, null);
        }

        var grade = grader.Grade(problem.Answer, answers[chosen].Text);
        return new SelectionOutcome(rule, answers[chosen].Text, grade.IsCorrect, grade.Status, candidates[chosen].Score);
    }

    private static string Text(SearchTree tree, Node node) => string.Join('\n', tree.StepsTo(node.Id).Select(step => step.Text));
}
