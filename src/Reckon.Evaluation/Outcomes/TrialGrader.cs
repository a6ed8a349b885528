using System.Collections.Immutable;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Outcomes;

/// <summary>
/// Turns the searches of one problem into outcomes. It remembers the answers that it has graded, so one object is best kept
/// for all trials of the problem; outcomes do not depend on that.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="answers">How its answers are found and compared.</param>
/// <param name="sweep">The sweep to which the trials belong.</param>
public sealed class TrialGrader(Problem problem, AnswerFormat answers, SweepSpec sweep)
{
    private readonly IGrader _grader = Graders.For(answers, problem.Reference);

    /// <summary>
    /// The outcome of <paramref name="trial"/>, whose search ended with <paramref name="result"/>: an answer chosen among the
    /// solutions by each of the sweep's rules, and graded. Solutions without an answer take no part in the choice.
    /// </summary>
    public TrialOutcome OutcomeOf(TrialSpec trial, SearchResult result)
    {
        var given = result.Tree.Solutions.Select(node => _grader.Extract(Text(result.Tree, node))).ToImmutableArray();
        var candidates = result.Tree.Solutions
            .Zip(_grader.GroupKeys(given), (node, key) => new Candidate(key, sweep.Aggregation.Of(result.Tree.ScoresTo(node.Id))))
            .ToImmutableArray();
        return new TrialOutcome(
            problem.Id,
            problem.Subject,
            problem.Level,
            trial.Strategy.Label,
            trial.Strategy.Name,
            trial.Strategy.N,
            trial.Strategy.Width,
            trial.Seed,
            result.End,
            result.Tree.Rounds,
            given.Length,
            result.Tree.Nodes.Count(node => node.Child.Ending == Ending.Truncated),
            [.. sweep.Selections.Select(rule => Select(rule, candidates, given))],
            result.Cost);
    }

    private SelectionOutcome Select(SelectionRule rule, ImmutableArray<Candidate> candidates, ImmutableArray<ExtractedAnswer> given)
    {
        if (Selection.Choose(rule, candidates) is not { } chosen)
        {
            return new SelectionOutcome(rule, null, false, GradeStatus.NoAnswer, null);
        }

        var grade = _grader.Grade(given[chosen]);
        return new SelectionOutcome(rule, given[chosen].Text, grade.IsCorrect, grade.Status, candidates[chosen].Score);
    }

    private static string Text(SearchTree tree, Node node) => string.Join('\n', tree.StepsTo(node.Id).Select(step => step.Text));
}
