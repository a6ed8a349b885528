using System.Diagnostics;

namespace Reckon.Coordinator.Telemetry;

/// <summary>The spans of one problem that runs: its own, that of the trial, and that of the round. For one trial at a time.</summary>
/// <param name="problem">The problem's; null while nobody listens.</param>
internal sealed class ProblemSpans(Activity? problem)
{
    private Activity? _trial;
    private Activity? _round;
    private int _rounds;

    /// <summary>Of the round that runs, or else of the trial; null while nobody listens.</summary>
    public Activity? Current => _round ?? _trial;

    /// <summary>A trial begins.</summary>
    public void BeginTrial(int trial) => (_trial, _rounds) = (Spans.BeginTrial(problem, trial), 0);

    /// <summary>A round of it begins.</summary>
    public void BeginRound()
    {
        EndRound();
        _round = Spans.BeginRound(_trial, _rounds++);
    }

    /// <summary>The round is over.</summary>
    public void EndRound()
    {
        _round?.Stop();
        _round = null;
    }

    /// <summary>The trial is over.</summary>
    public void EndTrial()
    {
        EndRound();
        _trial?.Stop();
        _trial = null;
    }

    /// <summary>The problem is over, or stops.</summary>
    public void End()
    {
        EndTrial();
        problem?.Stop();
    }
}
