using System.Diagnostics;

namespace Reckon.Coordinator.Telemetry;

/// <summary>
/// The spans of a sweep: sweep, problem, trial, round, worker call, each within the one before. They cost next to nothing while nobody listens.
/// </summary>
internal static class Spans
{
    /// <summary>The name of their source.</summary>
    public const string SourceName = "Reckon.Sweeps";

    private static readonly ActivitySource _source = new(SourceName);

    /// <summary>Begins that of a sweep which is loaded; null while nobody listens.</summary>
    public static Activity? BeginSweep(string sweep) => Begin("sweep", default)?.SetTag("reckon.sweep", sweep);

    /// <summary>Begins that of a problem.</summary>
    /// <param name="parent">The id of the sweep's, as the coordinator sent it; null for none.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="problem">The problem.</param>
    public static Activity? BeginProblem(string? parent, string sweep, string problem) =>
        Begin("problem", parent is not null && ActivityContext.TryParse(parent, null, out var context) ? context : default)
            ?.SetTag("reckon.sweep", sweep).SetTag("reckon.problem", problem);

    /// <summary>Begins that of a trial of a problem.</summary>
    public static Activity? BeginTrial(Activity? problem, int trial) => problem is null ? null : Begin("trial", problem.Context)
        ?.SetTag("reckon.sweep", problem.GetTagItem("reckon.sweep")).SetTag("reckon.problem", problem.GetTagItem("reckon.problem"))
        .SetTag("reckon.trial", trial);

    /// <summary>Begins that of a round of a trial.</summary>
    public static Activity? BeginRound(Activity? trial, int round) =>
        trial is null ? null : Begin("round", trial.Context)?.SetTag("reckon.round", round);

    /// <summary>Begins that of a call to a worker.</summary>
    /// <param name="round">Of the round that the call's first request belongs to; the default where nobody listens.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="children">Children that the call asks for.</param>
    public static Activity? BeginCall(ActivityContext round, string pool, string worker, int children) =>
        round == default ? null : Begin("worker call", round)
            ?.SetTag("reckon.pool", pool).SetTag("reckon.worker", worker).SetTag("reckon.children", children);

    // Not the current one of whoever begins it: these spans last longer than the calls in which they begin.
    private static Activity? Begin(string name, ActivityContext parent)
    {
        if (!_source.HasListeners())
        {
            return null;
        }

        var current = Activity.Current;
        Activity.Current = null;
        var span = _source.StartActivity(name, ActivityKind.Internal, parent);
        Activity.Current = current;
        return span;
    }
}
