using System.Collections.Immutable;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Outcomes;

/// <summary>
/// Turns the searches of one problem into outcomes, and tells searches which answers are equal. It remembers the answers that it has
/// read and graded, so one object is best kept for all trials of the problem; outcomes do not depend on that.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="answers">How its answers are found and compared.</param>
/// <param name="sweep">The sweep to which the trials belong.</param>
public sealed class TrialGrader(Problem problem, AnswerFormat answers, SweepSpec sweep) : IAnswerGroups
{
    private readonly IGrader _grader = Graders.For(answers, problem.Reference);

    /// <summary>
    /// Grades <paramref name="trial"/>, which gave <paramref name="search"/>: an answer is chosen among the solutions by each of the
    /// sweep's rules. Solutions without an answer take no part in the choice.
    /// </summary>
    public GradedTrial Grade(TrialSpec trial, FinishedSearch search)
    {
        var solutions = GradeAll(search.Solutions);
        var candidates = solutions.Select(solution => new Candidate(solution.Group, solution.Score)).ToImmutableArray();
        ImmutableArray<int> choices = [.. sweep.Selections.Select(rule => Selection.Choose(rule, candidates) ?? -1)];
        var outcome = new TrialOutcome(
            problem.Id,
            problem.Subject,
            problem.Level,
            trial.Strategy.Label,
            trial.Strategy.Name,
            trial.Strategy.Values,
            trial.Seed,
            search.End,
            search.Rounds,
            solutions.Length,
            search.Truncated,
            [.. sweep.Selections.Zip(choices, (rule, chosen) => OutcomeOf(rule, chosen < 0 ? null : solutions[chosen]))],
            search.Cost);
        return new GradedTrial(outcome, solutions, choices);
    }

    /// <inheritdoc/>
    public ImmutableArray<string?> GroupsOf(SearchTree tree) =>
        [.. _grader.GroupKeys([.. tree.Solutions.Select(node => _grader.Extract(FinishedSearch.TextOf(tree, node)))])];

    private ImmutableArray<GradedSolution> GradeAll(ImmutableArray<SolutionText> solutions)
    {
        var answers = solutions.Select(solution => _grader.Extract(solution.Text)).ToImmutableArray();
        var groups = _grader.GroupKeys(answers);
        return
        [
            .. solutions.Select((solution, i) => new GradedSolution(
                answers[i], groups[i], sweep.Aggregation.Of(solution.Scores), _grader.Grade(answers[i]))),
        ];
    }

    private static SelectionOutcome OutcomeOf(SelectionRule rule, GradedSolution? chosen) => chosen is null
        ? new SelectionOutcome(rule, null, false, GradeStatus.NoAnswer, null)
        : new SelectionOutcome(rule, chosen.Answer.Text, chosen.Grade.IsCorrect, chosen.Grade.Status, chosen.Score);
}
