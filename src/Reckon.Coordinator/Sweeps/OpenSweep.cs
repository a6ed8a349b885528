using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Admission;
using Reckon.Coordinator.Problems;
using Reckon.Coordinator.Telemetry;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Decides for a sweep that is loaded: what is admitted, what a report changes, and when a problem is given up.</summary>
internal sealed class OpenSweep
{
    private const int MostSpare = 32; // Enough to hide the time that a look into the store takes.

    private readonly SweepPlan _plan;
    private readonly SweepBoard _board;
    private readonly PauseBook _pauses;
    private readonly RunTallies _tallies;
    private readonly TimeProvider _time;
    private readonly long _since;
    private readonly int _epoch;
    private readonly AdmissionPace _pace;

    /// <summary>A sweep of which nothing has run yet, or of which all is to be reported again.</summary>
    /// <param name="plan">Its terms, read.</param>
    /// <param name="problems">The ids of its problems, in order.</param>
    /// <param name="state">What was saved of it.</param>
    /// <param name="time">Measures how long problems keep pausing.</param>
    public OpenSweep(SweepPlan plan, ImmutableArray<string> problems, SweepState state, TimeProvider time)
    {
        (_plan, _epoch, _pauses, _tallies) = (plan, state.Epoch, new PauseBook(time), new RunTallies(plan.Spec));
        (_time, _since) = (time, time.GetTimestamp());
        var admission = new AdmissionBook(plan.Spec.SweepBudget, plan.Spec.Budget, plan.Trials.Length, state.Admitted);
        _board = new SweepBoard(problems, [.. plan.Trials.Select(trial => trial.Strategy.N)], plan.Spec.Selectors.Length, admission);
        _pace = new AdmissionPace(plan.Trials.Max(trial => trial.Strategy.N));
        Budgets = new BudgetBook(plan.Spec.Budget, plan.Terms.Price.Sizes);
    }

    /// <summary>The ledgers of its trials.</summary>
    public BudgetBook Budgets { get; }

    /// <summary>Whether every problem is done that the sweep's budget admits.</summary>
    public bool IsFinished => _board.IsFinished;

    /// <summary>Whether some trial has failed and has no outcome.</summary>
    public bool HasFailures => _board.HasFailures;

    /// <summary>Places of the problems that run, in order.</summary>
    public IReadOnlyCollection<int> Running => _board.Running;

    /// <summary>Whether the sweep has a budget of its own, for which what was admitted must be remembered.</summary>
    public bool HasBudget => _plan.Spec.SweepBudget is not null;

    /// <summary>Notes how the pools stand that it needs, the proposer's first; see <see cref="AdmissionPace.Note"/>.</summary>
    public void Note(ImmutableArray<PoolPressure> pools, TimeSpan now) => _pace.Note(pools, _board.Running.Count, now);

    /// <summary>How many problems may run at once.</summary>
    public int Window(AdmissionTerms terms)
    {
        var spare = Math.Min(_board.FoundInARow, MostSpare); // What is done already takes no room at the workers.
        return (int)Math.Min((long)_pace.Window(terms, _board.HasOutcomes) + spare, terms.Most);
    }

    /// <summary>Problems that were admitted since it was loaded.</summary>
    public long Admitted { get; private set; }

    /// <summary>See <see cref="SweepBoard.Admit"/>.</summary>
    public IReadOnlyList<int> Admit(AdmissionTerms terms, SweepUse use)
    {
        var admitted = _board.Admit(Window(terms), use);
        Admitted += admitted.Count;
        return admitted;
    }

    /// <summary>What the silo's instruments show of it, after so much use.</summary>
    public SweepReading Reading(AdmissionTerms terms, SweepUse use)
    {
        var status = _board.Status(SweepPhase.Running);
        return new SweepReading(
            status.ProblemsRunning, Window(terms), Admitted, status.TrialsDone, status.TrialsFailed,
            _board.WorkWithout(status.ProblemsNotRun), status.Work, _board.BudgetUsed(use));
    }

    /// <summary>Takes a report in; true if it is the last of its problem. One of another spec or epoch is none of this sweep's.</summary>
    public bool Record(ProblemReport report)
    {
        if (report.SpecHash != _plan.Terms.SpecHash || report.Epoch != _epoch)
        {
            return false;
        }

        if (_board.Record(report))
        {
            _tallies.Add(report.Finished);
        }

        _pauses.Clear(report.ProblemId);
        foreach (var trial in report.Finished)
        {
            Budgets.Close(new TrialKey(report.ProblemId, trial.Trial));
        }

        foreach (var failure in report.Failures)
        {
            Budgets.Close(failure.Trial);
        }

        return report.IsComplete;
    }

    /// <summary>Counts a pause of a problem; if it has paused too often, the report that gives it up.</summary>
    public ProblemReport? RecordPause(string problemId, string reason) => _pauses.RecordPause(problemId) is PauseVerdict.GiveUp
        ? _board.GiveUp(problemId, reason) with { SpecHash = _plan.Terms.SpecHash, Epoch = _epoch }
        : null;

    /// <summary>How far the sweep is, with what a dashboard shows of it.</summary>
    public SweepFigures Figures(SweepStatus status) =>
        new(status, _tallies.All, _board.WorkWithout(status.ProblemsNotRun), _time.GetElapsedTime(_since));

    /// <summary>Where the problem at <paramref name="place"/> is in its life.</summary>
    public ProblemPhase PhaseOf(int place) => _board.PhaseOf(place);

    /// <summary>Forgets all pauses: their cause was not in the problems, and is gone.</summary>
    public void ForgivePauses() => _pauses.ClearAll();

    /// <summary>How far the sweep is.</summary>
    public SweepStatus Status(SweepPhase phase) => _board.Status(phase);
}
