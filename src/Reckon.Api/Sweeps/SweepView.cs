using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Search.Running;

namespace Reckon.Api.Sweeps;

/// <summary>How far a sweep is, as clients see it.</summary>
/// <param name="AsOf">When it was read.</param>
/// <param name="Id">Its id.</param>
/// <param name="Phase">Where it is in its life.</param>
/// <param name="Trials">Trials that it has.</param>
/// <param name="Done">Trials with an outcome.</param>
/// <param name="Failed">Trials that ended without one.</param>
/// <param name="Failures">The first few of them, with the reason.</param>
/// <param name="Correct">Right answers so far for each way of choosing, in the sweep file's order.</param>
/// <param name="Tokens">Tokens, of proposer and verifier, that the finished trials were charged.</param>
/// <param name="ProblemsRunning">Problems admitted and not finished.</param>
/// <param name="ProblemsNotRun">Problems that the sweep's own budget leaves out.</param>
public sealed record SweepView(
    DateTimeOffset AsOf, string Id, SweepPhase Phase, long Trials, long Done, long Failed, ImmutableArray<FailureView> Failures,
    ImmutableArray<int> Correct, long Tokens, int ProblemsRunning, int ProblemsNotRun)
{
    /// <summary>The hash of its spec, dataset and models.</summary>
    public string SpecHash { get; init; } = "";

    /// <summary>Problems that may run at once now, as the workers have room and its own window allows.</summary>
    public int Window { get; init; }

    /// <summary>How urgent it is beside other sweeps.</summary>
    public int Priority { get; init; }

    /// <summary>Why nothing of it runs although it is to: one line for each reason; empty where something does.</summary>
    public ImmutableArray<string> Waits { get; init; } = [];

    /// <summary>How much of its work is done, in [0, 1]: a trial counts as much as its N. By trials where the sweep is not loaded.</summary>
    public double Share { get; init; }

    /// <summary>
    /// Whether its coordinator has taken it up and nothing new has finished since: all that is counted so far was found in the store, problem
    /// by problem, and there may be more.
    /// </summary>
    public bool IsTakenUp { get; init; }

    /// <summary>How fast it gets on; null where it does not run.</summary>
    public PaceView? Pace { get; init; }

    /// <summary>How its runs do so far; empty where none has finished a problem, and where the sweep is not loaded: the summary has them.</summary>
    public ImmutableArray<RunView> Runs { get; init; } = [];

    /// <summary>
    /// Seconds for which devices ran models for it. A device that serves several at once is shared evenly among the children that it has at
    /// the time. What was drawn again after a fault counts again.
    /// </summary>
    public double DeviceSeconds { get; init; }

    /// <summary>
    /// What servers did for it by their own count, with what that costs in the currency of the models' prices; null where all models run here. What
    /// was asked again after a fault counts again.
    /// </summary>
    public ServerUsage? ServerUsage { get; init; }

    /// <summary>Whether it goes on by itself.</summary>
    public bool IsRunning => Phase == SweepPhase.Running;

    /// <summary>The view of a sweep that gets on as <paramref name="pace"/> says.</summary>
    public static SweepView Of(string id, SweepFigures figures, PaceView pace, DateTimeOffset asOf)
    {
        var (status, isLoaded) = (figures.Status, figures.TotalWork > 0);
        return Of(id, status, asOf) with
        {
            Share = isLoaded ? (double)status.Work / figures.TotalWork
                : status.TrialsTotal == 0 ? 0 : (double)status.TrialsDone / status.TrialsTotal,
            IsTakenUp = status is { Phase: SweepPhase.Running, Work: > 0 } && status.Work == status.RestoredWork,
            Pace = isLoaded && status.Phase == SweepPhase.Running ? pace : null,
            Runs = [.. figures.Runs.Where(run => run.Trials > 0).Select(RunView.Of)],
        };
    }

    /// <summary>The view of a status.</summary>
    public static SweepView Of(string id, SweepStatus status, DateTimeOffset asOf) => new(
        asOf, id, status.Phase, status.TrialsTotal, status.TrialsDone, status.TrialsFailed,
        [.. status.Failures.Select(failure => new FailureView(failure.Trial.ProblemId, failure.Trial.Trial, failure.Reason))],
        status.Correct, status.Tokens, status.ProblemsRunning, status.ProblemsNotRun)
    {
        SpecHash = status.SpecHash,
        Window = status.Window,
        Priority = status.Priority,
        DeviceSeconds = status.DeviceSeconds,
        ServerUsage = status.ServerUsage == default ? null : status.ServerUsage,
    };
}
