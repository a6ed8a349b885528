using System.Collections.Immutable;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Grading.Extraction;
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
    private static readonly ExtractedAnswer _noAnswer = new(ExtractionStatus.NoAnswer, null, null);

    private readonly IGrader _grader = Graders.For(answers, problem.Reference);

    /// <summary>
    /// Grades <paramref name="trial"/>, which gave <paramref name="search"/>: an answer is chosen among the solutions in each of the
    /// sweep's ways. At most as many solutions as the trial's N take part (<see cref="Electorate"/>, by the first aggregation), the same in
    /// each way, and of them those with an answer.
    /// </summary>
    public GradedTrial Grade(TrialSpec trial, FinishedSearch search)
    {
        var solutions = GradeAll(search, trial.Strategy.N);
        var tied = Chosen(search, solutions);
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
            [.. sweep.Selectors.Zip(tied, (selector, places) => OutcomeOf(selector, [.. places.Select(place => solutions[place])]))],
            search.Cost)
        {
            Chains = search.Chains.IsEmpty ? null : ChainOutcome.Of(search.Chains, solution => solutions[solution].Grade.IsCorrect),
            Policy = search.Policy,
        };
        return new GradedTrial(outcome, solutions, [.. tied.Select(places => places is [var chosen, ..] ? chosen : -1)]);
    }

    /// <summary>Whether the answer of <paramref name="solution"/>, its steps joined by newlines, equals the reference.</summary>
    public bool IsRight(string solution) => _grader.Grade(_grader.Extract(solution)).IsCorrect;

    /// <inheritdoc/>
    public ImmutableArray<string?> GroupsOf(SearchTree tree) =>
        [.. _grader.GroupKeys([.. tree.Solutions.Select(node => _grader.Extract(FinishedSearch.TextOf(tree, node)))])];

    private ImmutableArray<GradedSolution> GradeAll(FinishedSearch search, int voters)
    {
        var (solutions, chains) = (search.Solutions, search.ChainsOfSolutions());
        var answers = solutions.Select(solution => _grader.Extract(solution.Text)).ToImmutableArray();
        var scores = solutions.Select(solution => sweep.Aggregation.Of(solution.Scores)).ToImmutableArray();
        var votes = Electorate.Of([.. solutions.Zip(scores, (solution, score) => new Finalist(solution.IsKept, score))], voters);
        var groups = _grader.GroupKeys([.. answers.Zip(votes, (answer, mayVote) => mayVote ? answer : _noAnswer)]);
        return
        [
            .. answers.Select((answer, i) => new GradedSolution(answer, groups[i], scores[i], _grader.Grade(answer))
            {
                Chain = chains[i],
                OtherScores = [.. (sweep.OtherAggregations ?? []).Select(aggregation => aggregation.Of(solutions[i].Scores))],
            }),
        ];
    }

    // For each of the sweep's ways what cannot be told apart. A policy has a way of its own, which takes the place of each.
    private ImmutableArray<ImmutableArray<int>> Chosen(FinishedSearch search, ImmutableArray<GradedSolution> solutions)
    {
        if (search.Policy is { Selector: var own })
        {
            var aggregation = own.Aggregation ?? sweep.Aggregation;
            var voters = solutions.Zip(search.Solutions, (graded, solution) => new Candidate(graded.Group, aggregation.Of(solution.Scores), graded.Chain));
            return [.. Enumerable.Repeat(Selection.Tied(own.Rule, [.. voters]), sweep.Selectors.Length)];
        }

        var candidates = sweep.Aggregations.Select((_, place) => CandidatesUnder(place, solutions)).ToImmutableArray();
        return [.. sweep.Selectors.Select(selector => Selection.Tied(selector.Rule, candidates[PlaceOf(selector)]))];
    }

    private static ImmutableArray<Candidate> CandidatesUnder(int place, ImmutableArray<GradedSolution> solutions) =>
        [.. solutions.Select(solution => new Candidate(solution.Group, solution.ScoreUnder(place), solution.Chain))];

    private int PlaceOf(Selector selector) => selector.Aggregation is { } aggregation ? sweep.Aggregations.IndexOf(aggregation) : 0;

    // Of answers that are tied, the first is chosen.
    private SelectionOutcome OutcomeOf(Selector selector, ImmutableArray<GradedSolution> tied)
    {
        double? share = sweep.Ties == TieRule.Mean
            ? tied.Select(answer => answer.Grade.IsCorrect ? 1.0 : 0).DefaultIfEmpty().Average()
            : null;
        return tied is [var chosen, ..]
            ? new SelectionOutcome(
                selector.Rule,
                chosen.Answer.Text,
                chosen.Grade.IsCorrect,
                chosen.Grade.Status,
                chosen.ScoreUnder(PlaceOf(selector)),
                selector.Aggregation,
                share)
            : new SelectionOutcome(selector.Rule, null, false, GradeStatus.NoAnswer, null, selector.Aggregation, share);
    }
}
