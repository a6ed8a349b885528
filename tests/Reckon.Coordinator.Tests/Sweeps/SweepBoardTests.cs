using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Grades;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class SweepBoardTests
{
    private readonly SweepBoard _board = new(["a", "b", "c"], work: [4, 16], selections: 1);

    [Fact]
    public void Admits_no_more_than_the_window_and_goes_on_when_a_problem_is_done()
    {
        Assert.Equal([0, 1], _board.Admit(window: 2));
        Assert.Empty(_board.Admit(window: 2));

        _board.Record(Done("a"));

        Assert.Equal([2], _board.Admit(window: 2));
    }

    [Fact]
    public void Is_finished_when_every_problem_is_done()
    {
        _board.Admit(window: 3);
        _board.Record(Done("a"));
        _board.Record(Done("b"));
        Assert.False(_board.IsFinished);

        _board.Record(Done("c"));

        Assert.True(_board.IsFinished);
        Assert.Empty(_board.Admit(window: 3));
    }

    [Fact]
    public void Problems_that_the_sweeps_budget_leaves_out_do_not_keep_it_from_its_end()
    {
        var admission = new AdmissionBook(new SweepBudget(Trials: 2), Budget.Unlimited, trials: 2);
        var board = new SweepBoard(["a", "b", "c"], work: [1, 1], selections: 1, admission);
        Assert.Equal([0], board.Admit(window: 3));
        Assert.False(board.IsFinished);

        board.Record(Done("a"));

        Assert.Empty(board.Admit(window: 3));
        Assert.True(board.IsFinished);
        Assert.Equal(2, board.Status(SweepPhase.Finished).ProblemsNotRun);
    }

    [Fact]
    public void Counts_an_outcome_once_however_often_it_is_reported()
    {
        _board.Record(Report("a", Finished(0, isCorrect: true)));
        _board.Record(Report("a", Finished(0, isCorrect: true), Finished(1, isCorrect: false)));

        var status = _board.Status(SweepPhase.Running);

        Assert.Equal((6, 2, 1), (status.TrialsTotal, status.TrialsDone, status.Correct.Single()));
    }

    [Fact]
    public void Tells_work_that_was_restored_from_work_that_was_done_now()
    {
        _board.Record(Report("a", Finished(1, isCorrect: true)) with { IsRestored = true });
        _board.Record(Report("a", Finished(1, isCorrect: true), Finished(0, isCorrect: true)));

        var status = _board.Status(SweepPhase.Running);

        Assert.Equal((20, 16), (status.Work, status.RestoredWork));
    }

    [Fact]
    public void Pages_outcomes_by_problem_and_trial_whatever_the_order_of_reports()
    {
        _board.Record(Report("b", Finished(1, true, "b1"), Finished(0, true, "b0")));
        _board.Record(Report("a", Finished(1, true, "a1")));

        Assert.Equal(["a1"], Ids(_board.Outcomes(skip: 0, take: 1)));
        Assert.Equal(["b0", "b1"], Ids(_board.Outcomes(skip: 1, take: 1)));
        Assert.True(_board.Outcomes(skip: 1, take: 2).IsLast);
        Assert.False(_board.Outcomes(skip: 1, take: 1).IsLast);
    }

    [Fact]
    public void A_failure_stands_until_the_trial_has_an_outcome()
    {
        _board.Record(new ProblemReport("a", [], [new TrialFailure(new TrialKey("a", 1), "no")], IsComplete: true));
        Assert.Single(_board.Status(SweepPhase.Running).Failures);

        _board.Record(Report("a", Finished(1, isCorrect: true)));

        Assert.Empty(_board.Status(SweepPhase.Running).Failures);
    }

    [Fact]
    public void A_trial_with_an_outcome_has_not_failed_even_when_one_report_says_both()
    {
        _board.Record(
            new ProblemReport("a", [Finished(1, isCorrect: true)], [new TrialFailure(new TrialKey("a", 1), "no")], IsComplete: true));

        Assert.Equal(0, _board.Status(SweepPhase.Running).TrialsFailed);
    }

    [Fact]
    public void Giving_a_problem_up_fails_what_it_lacks_and_keeps_what_it_has()
    {
        _board.Record(Report("a", Finished(0, isCorrect: true)));

        _board.Record(_board.GiveUp("a", "no answer"));

        var status = _board.Status(SweepPhase.Running);
        Assert.Equal((1, 1), (status.TrialsDone, status.TrialsFailed));
        Assert.Equal(new TrialFailure(new TrialKey("a", 1), "no answer"), Assert.Single(status.Failures));
        Assert.Equal([1, 2], _board.Admit(window: 9));
    }

    [Fact]
    public void Ignores_a_problem_that_is_not_its_own()
    {
        _board.Record(Done("stranger"));

        Assert.Equal(0, _board.Status(SweepPhase.Running).TrialsDone);
        Assert.Equal([0, 1, 2], _board.Admit(window: 9));
    }

    private static IEnumerable<string> Ids(OutcomePage page) => page.Outcomes.Select(outcome => OutcomeJson.Read(outcome).ProblemId);

    private static ProblemReport Done(string problem) => new(problem, [], [], IsComplete: true);

    private static ProblemReport Report(string problem, params FinishedTrial[] trials) => new(problem, [.. trials], [], IsComplete: false);

    private static FinishedTrial Finished(int trial, bool isCorrect, string id = "p") => new(trial, OutcomeJson.Write(new TrialOutcome(
        id, "", 0, "best-of-n n=1", "best-of-n", BestOfN.Definition.Bind([new("n", 1)]), 0, SearchEnd.Completed, 1, 1, 0,
        [new SelectionOutcome(SelectionRule.Best, "1", isCorrect, GradeStatus.Graded, 0.5)], Cost.Zero)), Tokens: 10, [isCorrect]);
}
