using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Search.Verification;
using Reckon.Testing;
using Some = Reckon.Evaluation.Tests.Some;

namespace Reckon.Evaluation.Tests.Outcomes;

public sealed class TrialGraderTests
{
    private static readonly Cost _cost = new(4, 10, 100, 110);
    private static readonly AnswerFormat _lastNumber = new(AnswerExtractors.LastNumber, AnswerKind.WholeNumber);

    [Fact]
    public void Lets_each_rule_choose_and_grades_its_choice()
    {
        // Two solutions say 41 (0.3 and 0.4, sum 0.7), one says 42 (0.9).
        var tree = Some.Tree(
            (["x", "#### 41"], [0.9, 0.3], Ending.Finished),
            (["#### 41"], [0.4], Ending.Finished),
            (["y", "#### 042"], [0.1, 0.9], Ending.Finished),
            (["cut"], [0.99], Ending.Truncated));

        var outcome = OutcomeOf(tree, Some.Sweep);

        Assert.Equal(
            [
                new SelectionOutcome(SelectionRule.Majority, "41", false, GradeStatus.Graded, 0.4),
                new SelectionOutcome(SelectionRule.Best, "042", true, GradeStatus.Graded, 0.9),
                new SelectionOutcome(SelectionRule.Weighted, "042", true, GradeStatus.Graded, 0.9),
            ],
            outcome.Selections);
    }

    [Fact]
    public void Counts_votes_for_a_number_together_however_it_is_spelled()
    {
        var tree = Some.Tree(
            (["#### 5"], [0.9], Ending.Finished), (["#### 42"], [0.2], Ending.Finished), (["#### +042"], [0.1], Ending.Finished));

        Assert.True(OutcomeOf(tree, Some.Sweep).Selections.Single(selection => selection.Rule == SelectionRule.Majority).Correct);
    }

    [Fact]
    public void Counts_votes_for_equal_answers_together_though_their_keys_differ()
    {
        var tree = Some.Tree(
            (["#### 5"], [0.9], Ending.Finished), (["#### x = 42"], [0.2], Ending.Finished), (["#### 42 cm"], [0.1], Ending.Finished));
        var grader = new TrialGrader(Some.Problem(), new AnswerFormat(AnswerExtractors.HashMarks, AnswerKind.Mathematics), Some.Sweep);

        // x = 42 differs from 42 cm in its key; both differ from 5 in value.
        var search = FinishedSearch.Of(new SearchResult(tree, _cost, SearchEnd.Completed), new BestOfN(3));
        var outcome = grader.Grade(new TrialSpec(Some.BestOfN(3), 0), search).Outcome;

        Assert.Equal("x = 42", outcome.Selections.Single(selection => selection.Rule == SelectionRule.Majority).Answer);
    }

    [Fact]
    public void Scores_a_solution_by_the_aggregation_of_the_sweep()
    {
        var tree = Some.Tree((["x", "#### 41"], [0.2, 0.9], Ending.Finished), (["y", "#### 42"], [0.5, 0.5], Ending.Finished));

        var best = OutcomeOf(tree, Some.Sweep with { Aggregation = Aggregation.Min }).Selections.Single(selection =>
            selection.Rule == SelectionRule.Best);

        Assert.Equal(("42", 0.5), (best.Answer, best.Score));
    }

    [Fact]
    public void Chooses_by_each_aggregation_among_the_same_solutions_and_by_majority_once()
    {
        var tree = Some.Tree((["x", "#### 41"], [0.2, 0.9], Ending.Finished), (["y", "#### 42"], [0.5, 0.5], Ending.Finished));

        var outcome = OutcomeOf(tree, Some.Sweep with { OtherAggregations = [Aggregation.Min] });

        Assert.Equal(
            [
                new SelectionOutcome(SelectionRule.Majority, "41", false, GradeStatus.Graded, 0.9),
                new SelectionOutcome(SelectionRule.Best, "41", false, GradeStatus.Graded, 0.9, Aggregation.Last),
                new SelectionOutcome(SelectionRule.Best, "42", true, GradeStatus.Graded, 0.5, Aggregation.Min),
                new SelectionOutcome(SelectionRule.Weighted, "41", false, GradeStatus.Graded, 0.9, Aggregation.Last),
                new SelectionOutcome(SelectionRule.Weighted, "42", true, GradeStatus.Graded, 0.5, Aggregation.Min),
            ],
            outcome.Selections);
    }

    [Fact]
    public void Counts_tied_answers_by_their_share_where_the_sweep_says_so()
    {
        var tree = Some.Tree(
            (["#### 41"], [0.5], Ending.Finished), (["#### 42"], [0.5], Ending.Finished), (["#### 43"], [0.25], Ending.Finished));

        var (first, mean) = (OutcomeOf(tree, Some.Sweep), OutcomeOf(tree, Some.Sweep with { Ties = TieRule.Mean }));

        Assert.Equal([null, null, null], first.Selections.Select(selection => selection.Share));
        Assert.Equal([1.0 / 3, 0.5, 0.5], mean.Selections.Select(selection => selection.Share!.Value));
        Assert.Equal(first.Selections, mean.Selections.Select(selection => selection with { Share = null }));
        Assert.All(
            OutcomeOf(SearchTree.Empty, Some.Sweep with { Ties = TieRule.Mean }).Selections, selection => Assert.Equal(0, selection.Share));
    }

    [Fact]
    public void Says_who_ended_what_and_what_it_cost()
    {
        var tree = Some.Tree((["#### 42"], [0.5], Ending.Finished), (["cut"], [0], Ending.Truncated), (["so"], [0.5], Ending.Finished));
        var trial = new TrialSpec(Some.Beam(4, 2), 9);

        var outcome = new TrialGrader(Some.Problem("p7", level: 4), AnswerFormat.Default, Some.Sweep)
            .Grade(trial, FinishedSearch.Of(new SearchResult(tree, _cost, SearchEnd.BudgetExhausted), new BestOfN(4))).Outcome;

        Assert.Equal(
            new TrialOutcome("p7", "sums", 4, "beam n=4 width=2", "beam", Some.Beam(4, 2).Values,
                9, SearchEnd.BudgetExhausted, 1, 2, 1, outcome.Selections, _cost),
            outcome);
    }

    [Fact]
    public void Lets_no_more_solutions_vote_than_the_trial_has_generations()
    {
        // Seven solutions of a search with n = 4: five say 41, and have the lowest scores.
        var tree = Some.Tree(
            [.. Enumerable.Repeat<(string[], double[], Ending)>((["#### 41"], [0.1], Ending.Finished), 5),
            (["#### 42"], [0.9], Ending.Finished), (["#### 42"], [0.8], Ending.Finished), (["#### 42"], [0.7], Ending.Finished)]);

        var graded = Grade(tree, Some.Sweep);

        Assert.Equal(8, graded.Outcome.Solutions);
        Assert.All(graded.Outcome.Selections, selection => Assert.Equal("42", selection.Answer));
        Assert.Equal(4, graded.Solutions.Count(solution => solution.Group is not null));
    }

    [Fact]
    public async Task At_most_n_solutions_of_a_beam_vote_and_those_in_the_beam_first()
    {
        var strategy = new BeamSearch(16, 2);
        var grader = new TrialGrader(Some.Problem(), _lastNumber, Some.Sweep);
        var largest = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var result = await new SimulatedSearch { FinishChances = [0.2] }.RunAsync(strategy, seed: seed);
            var search = FinishedSearch.Of(result, strategy);

            var graded = grader.Grade(new TrialSpec(Some.Beam(16, 2), seed), search);

            var voters = graded.Solutions.Zip(search.Solutions).Where(pair => pair.First.Group is not null).ToList();
            Assert.Equal(Math.Min(16, search.Solutions.Length), voters.Count);
            Assert.Equal(search.Solutions.Count(solution => solution.IsKept), voters.Count(pair => pair.Second.IsKept));
            largest = Math.Max(largest, search.Solutions.Length);
        }

        Assert.True(largest > 16, $"No search has more than {largest} solutions: none is left out.");
    }

    [Theory]
    [InlineData("no idea")]
    [InlineData("####")]
    public void Is_without_an_answer_when_no_solution_gives_one(string solution) =>
        Assert.All(
            OutcomeOf(Some.Tree(([solution], [0.9], Ending.Finished)), Some.Sweep).Selections,
            selection => Assert.Equal((null, false, GradeStatus.NoAnswer, null),
                (selection.Answer, selection.Correct, selection.Status, selection.Score)));

    [Fact]
    public void Is_without_an_answer_when_nothing_was_drawn() =>
        Assert.All(OutcomeOf(SearchTree.Empty, Some.Sweep).Selections, selection => Assert.Equal(GradeStatus.NoAnswer, selection.Status));

    [Fact]
    public void Sets_an_unreadable_answer_apart_from_a_wrong_one() =>
        Assert.All(
            OutcomeOf(Some.Tree((["#### a lot"], [0.9], Ending.Finished)), Some.Sweep).Selections,
            selection => Assert.Equal(("a lot", GradeStatus.Unparsable), (selection.Answer, selection.Status)));

    [Fact]
    public void Tells_searches_which_answers_are_equal_and_which_are_missing()
    {
        var tree = Some.Tree(
            (["#### 5"], [0.9], Ending.Finished), (["cut"], [0], Ending.Truncated), (["so", "#### 42"], [0.2, 0.1], Ending.Finished),
            (["no idea"], [0.1], Ending.Finished), (["#### +042"], [0.1], Ending.Finished));

        var groups = new TrialGrader(Some.Problem(), AnswerFormat.Default, Some.Sweep).GroupsOf(tree);

        Assert.Equal(4, groups.Length);
        Assert.NotNull(groups[0]);
        Assert.NotEqual(groups[0], groups[1]);
        Assert.Null(groups[2]);
        Assert.Equal(groups[1], groups[3]);
    }

    private static TrialOutcome OutcomeOf(SearchTree tree, SweepSpec sweep) => Grade(tree, sweep).Outcome;

    private static GradedTrial Grade(SearchTree tree, SweepSpec sweep) => new TrialGrader(Some.Problem(), AnswerFormat.Default, sweep)
        .Grade(new TrialSpec(Some.BestOfN(4), 0), FinishedSearch.Of(new SearchResult(tree, _cost, SearchEnd.Completed), new BestOfN(4)));
}
