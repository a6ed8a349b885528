using System.Collections.Immutable;
using Reckon.Api.Sweeps;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Text;

namespace Reckon.Cli.Dashboards;

/// <summary>
/// The numbers of a sweep that runs. A summary is made from all outcomes, and so not often; how right each run is so far the status says at
/// any time. Pure.
/// </summary>
internal static class LiveSummary
{
    /// <summary>The numbers of <paramref name="summary"/>, where <paramref name="runs"/> know more with theirs.</summary>
    public static SweepSummary Of(SweepSummary summary, ImmutableArray<RunView> runs) => runs.IsDefaultOrEmpty
        ? summary
        : summary with { Runs = [.. summary.Runs.Select(run => runs.FirstOrDefault(live => IsNewer(live, run)) is { } live ? Updated(run, live) : run)] };

    private static bool IsNewer(RunView live, RunSummary run) =>
        live.Run == run.Run && live.Selection == SelectorName.Of(run.Selector) && live.Trials > run.Trials;

    private static RunSummary Updated(RunSummary run, RunView live) =>
        run with { Trials = (int)live.Trials, Accuracy = live.Accuracy, Low = live.Low, High = live.High };
}
