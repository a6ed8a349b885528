using System.Collections;
using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;

namespace Reckon.Coordinator.Sweeps;

/// <summary>
/// Which problems of a sweep wait, run and are done, and which of its trials have an outcome: a bit for each. Every report may arrive twice.
/// </summary>
internal sealed class SweepBoard
{
    private readonly ImmutableArray<string> _problems;
    private readonly Dictionary<string, int> _places;
    private readonly BitArray _finished; // By problem, then by trial.
    private readonly int[] _correct;
    private readonly Charge[] _charges; // By problem, of its finished trials.
    private readonly AdmissionBook? _admission;
    private readonly SortedSet<int> _running = [];
    private readonly BitArray _done;
    private readonly FailureBook _failures;
    private int _problemsDone;
    private int _next;
    private readonly ImmutableArray<int> _workOfTrial;
    private int _end; // No problem from here on runs.
    private int _trialsDone;
    private long _work;
    private long _restoredWork;
    private long _tokens;
    private readonly BitArray _ranHere; // Problems of which something was not found in the store.

    /// <summary>A board on which nothing has run.</summary>
    /// <param name="problems">Ids, in the order in which they are admitted.</param>
    /// <param name="work">For each trial of a problem, of which there is at least 1, what it counts as work.</param>
    /// <param name="selections">Selection rules of each trial.</param>
    /// <param name="admission">Keeps the sweep's own budget; null where it has none.</param>
    public SweepBoard(ImmutableArray<string> problems, ImmutableArray<int> work, int selections, AdmissionBook? admission = null)
    {
        (_problems, _end, _admission) = (problems, problems.Length, admission);
        _charges = new Charge[problems.Length];
        _places = problems.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        _finished = new BitArray(checked(problems.Length * work.Length));
        _done = new BitArray(problems.Length);
        _ranHere = new BitArray(problems.Length);
        _failures = new FailureBook(problems.Length, work.Length);
        _workOfTrial = work;
        _correct = new int[selections];
    }

    /// <summary>Whether every problem is done that the sweep's budget admits.</summary>
    public bool IsFinished => _problemsDone >= _end && _running.Count == 0;

    /// <summary>Whether some trial has failed and has no outcome.</summary>
    public bool HasFailures => _failures.Count > 0;

    /// <summary>Whether some trial has an outcome.</summary>
    public bool HasOutcomes => _trialsDone > 0;

    /// <summary>Problems in a row, up to the last that is done, of which all was found in the store: they take a look, and no work.</summary>
    public int FoundInARow { get; private set; }

    /// <summary>Places of the problems that run, in order.</summary>
    public IReadOnlyCollection<int> Running => _running;

    /// <summary>
    /// Admits problems until <paramref name="window"/> run, so far as the sweep's budget covers them, and returns the places of the
    /// new ones.
    /// </summary>
    /// <param name="window">Problems that may run at once.</param>
    /// <param name="use">What the sweep has used.</param>
    public IReadOnlyList<int> Admit(int window, SweepUse use = default)
    {
        List<int> admitted = [];
        for (; _running.Count < window && _next < _end; _next++)
        {
            if (_done[_next])
            {
                continue;
            }

            var verdict = _admission?.Ask(_next, use) ?? AdmissionVerdict.Admit;
            if (verdict != AdmissionVerdict.Admit)
            {
                _end = verdict == AdmissionVerdict.Stop ? _next : _end;
                break;
            }

            _admission?.Open(_next);
            _running.Add(_next);
            admitted.Add(_next);
        }

        return admitted;
    }

    /// <summary>Takes a report in; true if its problem was not done before, and is now.</summary>
    public bool Record(ProblemReport report)
    {
        if (!_places.TryGetValue(report.ProblemId, out var place))
        {
            return false; // From an earlier sweep of the same name.
        }

        foreach (var trial in report.Finished)
        {
            RecordOutcome(place, trial, report.IsRestored);
        }

        foreach (var failure in report.Failures)
        {
            _ranHere[place] = true;
            if (!IsFinishedTrial(place, failure.Trial.Trial))
            {
                _failures.Add(place, failure);
            }
        }

        if (!report.IsComplete)
        {
            return false;
        }

        var isNew = !_done[place];
        _running.Remove(place);
        _problemsDone += isNew ? 1 : 0;
        FoundInARow = _ranHere[place] ? 0 : FoundInARow + (isNew ? 1 : 0);
        _done[place] = true;
        _admission?.Close(place, _charges[place]);
        return isNew;
    }

    /// <summary>Work of all trials where <paramref name="problems"/> problems are left out, in generations.</summary>
    public long WorkWithout(int problems) => (long)(_problems.Length - problems) * _workOfTrial.Sum();

    /// <summary>See <see cref="AdmissionBook.Used"/>.</summary>
    public double BudgetUsed(SweepUse use) => _admission?.Used(use) ?? 0;

    /// <summary>A report in which every trial of a problem that has no outcome yet fails for <paramref name="reason"/>.</summary>
    public ProblemReport GiveUp(string problemId, string reason)
    {
        var trials = _places.TryGetValue(problemId, out var place)
            ? Enumerable.Range(0, _workOfTrial.Length).Where(trial => !IsFinishedTrial(place, trial))
            : [];
        return new ProblemReport(problemId, [],
            [.. trials.Select(trial => new TrialFailure(new TrialKey(problemId, trial), reason))], true);
    }

    /// <summary>Where the problem at <paramref name="place"/> is in its life.</summary>
    public ProblemPhase PhaseOf(int place) =>
        _done[place] ? ProblemPhase.Done : _running.Contains(place) ? ProblemPhase.Running : ProblemPhase.Waiting;

    /// <summary>How far the sweep is.</summary>
    public SweepStatus Status(SweepPhase phase) => new(
        phase, _finished.Length, _trialsDone, _failures.Count, _failures.First,
        [.. _correct], _tokens, _running.Count, _work, _restoredWork, _problems.Length - _end);

    private bool IsFinishedTrial(int place, int trial) => _finished[(place * _workOfTrial.Length) + trial];

    private void RecordOutcome(int place, FinishedTrial trial, bool isRestored)
    {
        if (IsFinishedTrial(place, trial.Trial))
        {
            return;
        }

        _finished[(place * _workOfTrial.Length) + trial.Trial] = true;
        _failures.Remove(place, trial.Trial);
        _ranHere[place] |= !isRestored;
        _trialsDone++;
        _tokens += trial.Tokens;
        _charges[place] += Charge.Of(trial);
        _work += _workOfTrial[trial.Trial];
        _restoredWork += isRestored ? _workOfTrial[trial.Trial] : 0;
        for (var rule = 0; rule < _correct.Length; rule++)
        {
            _correct[rule] += trial.IsCorrect(rule) ? 1 : 0;
        }
    }
}
