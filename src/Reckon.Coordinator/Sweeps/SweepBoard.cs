using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Which problems of a sweep wait, run and are done, and their outcomes. Every report may arrive twice.</summary>
internal sealed class SweepBoard
{
    private const int MaxFailuresTold = 20; // Enough to see what is wrong; the count says how often.

    private readonly ImmutableArray<string> _problems;
    private readonly Dictionary<string, int> _places;
    private readonly string?[,] _outcomes; // [problem, trial]
    private readonly int[] _correct;
    private readonly Charge[] _charges; // By problem, of its finished trials.
    private readonly AdmissionBook? _admission;
    private readonly SortedSet<int> _running = [];
    private readonly HashSet<int> _done = [];
    private readonly SortedDictionary<(int Problem, int Trial), TrialFailure> _failures = [];
    private int _next;
    private readonly ImmutableArray<int> _workOfTrial;
    private int _end; // No problem from here on runs.
    private int _trialsDone;
    private long _work;
    private long _restoredWork;
    private long _tokens;

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
        _outcomes = new string?[problems.Length, work.Length];
        _workOfTrial = work;
        _correct = new int[selections];
    }

    /// <summary>Whether every problem is done that the sweep's budget admits.</summary>
    public bool IsFinished => _done.Count >= _end && _running.Count == 0;

    /// <summary>Whether some trial has failed and has no outcome.</summary>
    public bool HasFailures => _failures.Count > 0;

    /// <summary>Places of the problems that run, in order.</summary>
    public IReadOnlyCollection<int> Running => _running;

    /// <summary>
    /// Admits problems until <paramref name="window"/> run, so far as the sweep's budget covers them, and returns the places of the
    /// new ones.
    /// </summary>
    /// <param name="window">Problems that may run at once.</param>
    /// <param name="elapsed">Time since the start of the sweep.</param>
    public IReadOnlyList<int> Admit(int window, TimeSpan elapsed = default)
    {
        List<int> admitted = [];
        for (; _running.Count < window && _next < _end; _next++)
        {
            if (_done.Contains(_next))
            {
                continue;
            }

            var verdict = _admission?.Ask(_next, elapsed) ?? AdmissionVerdict.Admit;
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

    /// <summary>Takes a report in.</summary>
    public void Record(ProblemReport report)
    {
        if (!_places.TryGetValue(report.ProblemId, out var place))
        {
            return; // From an earlier sweep of the same name.
        }

        foreach (var trial in report.Outcomes)
        {
            RecordOutcome(place, trial, report.IsRestored);
        }

        foreach (var failure in report.Failures)
        {
            if (_outcomes[place, failure.Trial.Trial] is null)
            {
                _failures[(place, failure.Trial.Trial)] = failure;
            }
        }

        if (report.IsComplete)
        {
            _running.Remove(place);
            _done.Add(place);
            _admission?.Close(place, _charges[place]);
        }
    }

    /// <summary>A report in which every trial of a problem that has no outcome yet fails for <paramref name="reason"/>.</summary>
    public ProblemReport GiveUp(string problemId, string reason)
    {
        var trials = _places.TryGetValue(problemId, out var place)
            ? Enumerable.Range(0, _outcomes.GetLength(1)).Where(trial => _outcomes[place, trial] is null)
            : [];
        return new ProblemReport(problemId, [],
            [.. trials.Select(trial => new TrialFailure(new TrialKey(problemId, trial), reason))], true);
    }

    /// <summary>How far the sweep is.</summary>
    public SweepStatus Status(SweepPhase phase) => new(
        phase, _outcomes.Length, _trialsDone, _failures.Count, [.. _failures.Values.Take(MaxFailuresTold)],
        [.. _correct], _tokens, _running.Count, _work, _restoredWork, _problems.Length - _end);

    /// <summary>The outcomes of <paramref name="take"/> problems from place <paramref name="skip"/> on.</summary>
    public OutcomePage Outcomes(int skip, int take)
    {
        var end = Math.Min(skip + take, _problems.Length);
        var page = from place in Enumerable.Range(skip, Math.Max(0, end - skip))
                   from trial in Enumerable.Range(0, _outcomes.GetLength(1))
                   let outcome = _outcomes[place, trial]
                   where outcome is not null
                   select outcome;
        return new OutcomePage([.. page], end == _problems.Length);
    }

    private void RecordOutcome(int place, FinishedTrial trial, bool isRestored)
    {
        if (_outcomes[place, trial.Trial] is not null)
        {
            return;
        }

        _outcomes[place, trial.Trial] = trial.Outcome;
        _failures.Remove((place, trial.Trial));
        _trialsDone++;
        _tokens += trial.Tokens;
        _charges[place] += Charge.Of(trial);
        _work += _workOfTrial[trial.Trial];
        _restoredWork += isRestored ? _workOfTrial[trial.Trial] : 0;
        foreach (var (rule, isCorrect) in trial.Correct.Index())
        {
            _correct[rule] += isCorrect ? 1 : 0;
        }
    }
}
