using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;

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
    public void Counts_the_problems_in_a_row_of_which_all_was_in_the_store()
    {
        _board.Admit(window: 3);
        _board.Record(Report("a", Finished(0, isCorrect: true), Finished(1, isCorrect: true)) with { IsRestored = true });
        _board.Record(Done("a"));
        _board.Record(Done("a"));
        Assert.Equal(1, _board.FoundInARow);

        _board.Record(Report("b", Finished(0, isCorrect: true)) with { IsRestored = true });
        _board.Record(Report("b", Finished(1, isCorrect: true)));
        _board.Record(Done("b"));
        Assert.Equal(0, _board.FoundInARow);
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
    public void A_failure_stands_until_the_trial_has_an_outcome()
    {
        _board.Record(new ProblemReport("a", [], [new TrialFailure(new TrialKey("a", 1), "no")], IsComplete: true));
        Assert.Single(_board.Status(SweepPhase.Running).Failures);

        _board.Record(Report("a", Finished(1, isCorrect: true)));

        Assert.Empty(_board.Status(SweepPhase.Running).Failures);
    }

    [Fact]
    public void Failures_are_all_counted_and_the_first_are_told_in_order()
    {
        var board = new SweepBoard([.. Enumerable.Range(0, 2_000).Select(i => $"{i}")], work: [1], selections: 1);
        for (var place = 1_999; place >= 0; place--)
        {
            board.Record(new ProblemReport($"{place}", [], [new TrialFailure(new TrialKey($"{place}", 0), "no")], IsComplete: true));
            board.Record(new ProblemReport($"{place}", [], [new TrialFailure(new TrialKey($"{place}", 0), "no")], IsComplete: true));
        }

        board.Record(Report("0", Finished(0, isCorrect: true)));

        var status = board.Status(SweepPhase.Finished);
        Assert.Equal(1_999, status.TrialsFailed);
        Assert.Equal(Enumerable.Range(1, 20).Select(place => $"{place}"), status.Failures.Select(failure => failure.Trial.ProblemId));
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

    private static ProblemReport Done(string problem) => new(problem, [], [], IsComplete: true);

    private static ProblemReport Report(string problem, params FinishedTrial[] trials) => new(problem, [.. trials], [], IsComplete: false);

    private static FinishedTrial Finished(int trial, bool isCorrect) => new(trial, Tokens: 10, Flops: 0, isCorrect ? 1UL : 0);
}
