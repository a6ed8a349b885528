using System.Collections.Immutable;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Sources;

namespace Reckon.Cli.Dashboards;

/// <summary>What an API says of a sweep, as the dashboard shows it. Pure.</summary>
internal static class SweepStates
{
    /// <summary>The state of a sweep.</summary>
    /// <param name="view">What the API says.</param>
    /// <param name="name">Its name.</param>
    /// <param name="created">When it was submitted.</param>
    public static SweepState Of(SweepView view, string name, DateTimeOffset? created) => new(view.Id, name, view.Phase)
    {
        Created = created,
        Trials = view.Trials,
        Done = view.Done,
        Failed = view.Failed,
        Failures = view.Failures,
        ProblemsRunning = view.ProblemsRunning,
        ProblemsNotRun = view.ProblemsNotRun,
        Tokens = view.Tokens,
        DeviceSeconds = view.DeviceSeconds,
        TokensPerSecond = view.IsRunning ? view.Pace?.TokensPerSecond : null,
        TimeLeft = view.Pace?.SecondsLeft is { } left ? TimeSpan.FromSeconds(left) : null,
        TimeLeftBasis = view.Pace switch
        {
            { SecondsLeft: null } or null => "",
            { Basis: PaceBasis.LastMinute } => "by the last minute",
            _ => "by the time since it was taken up",
        },
        Priority = view.Priority,
        Window = view.Window,
        Waits = view.Waits.IsDefault ? [] : view.Waits,
        Best = BestOf(view.Runs),
    };

    /// <summary>The state of a sweep of which only the entry is known.</summary>
    public static SweepState Of(SweepEntry entry) =>
        new(entry.Id, entry.Name, entry.Phase) { Created = entry.Created, Priority = entry.Priority };

    // By the last way of choosing, as everywhere.
    private static BestRun? BestOf(ImmutableArray<RunView> runs) => runs.IsDefaultOrEmpty
        ? null
        : runs.Where(run => run.Selection == runs[^1].Selection).MaxBy(run => run.Accuracy) is { } best
            ? new BestRun(best.Run, best.Accuracy, best.Low, best.High)
            : null;
}
