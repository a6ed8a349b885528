using Microsoft.Extensions.Logging;
using Orleans.GrainDirectory;
using Orleans.Placement;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Nodes;
using Reckon.Coordinator.Routing;
using Reckon.Coordinator.Stores;
using Reckon.Coordinator.Telemetry;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Problems;

/// <summary>
/// Runs the trials of one problem, one after the other, in the background: a trial takes longer than a call may. Recovery is
/// replay: a problem that is activated again runs its unfinished trials from the empty tree, and every node that had
/// answered answers again at once.
/// </summary>
[GrainDirectory(CoordinatorNames.GrainDirectory)]
[RandomPlacement] // Even spread; the default placement herds on figures that are a second old.
internal sealed class ProblemGrain(
    OutcomeStore outcomes,
    TreesStore trees,
    SweepPlans plans,
    OpenNodes openNodes,
    RouterRegistry routers,
    NodeIds nodeIds,
    TimeProvider time,
    ILogger<ProblemGrain> logger) : Grain, IProblemGrain, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1); // With a run that was asked to end: it ends at once, or not soon.

    private Task _running = Task.CompletedTask;
    private TrialPlan? _plan; // Of what runs.
    private (string SpecHash, int Epoch) _version; // Of what runs.
    private CancellationTokenSource _stopping = new();

    /// <inheritdoc/>
    public async Task EnsureRunningAsync(ProblemAssignment assignment)
    {
        var version = (assignment.Terms.SpecHash, assignment.Epoch);
        if (!_running.IsCompleted && _version == version)
        {
            _plan!.Priority = assignment.Priority; // It was set when the run began.
            return;
        }

        await EndAsync(); // A sweep that was amended has other trials now, and of a store that was emptied something may be gone.
        _stopping.Dispose();
        _stopping = new CancellationTokenSource();
        _plan = new TrialPlan(assignment, plans.Of(assignment.Terms));
        (_running, _version) = (RunAsync(assignment, _plan, _stopping.Token), version);
    }

    /// <inheritdoc/>
    public async Task<byte[]> GetTreesAsync(ProblemAssignment assignment, CancellationToken cancellationToken = default)
    {
        await _running.WaitAsync(cancellationToken); // They are saved at its end.
        var plan = new TrialPlan(assignment, plans.Of(assignment.Terms));
        return await RunOf(assignment, plan, new ProblemSpans(problem: null)).TreesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(_patience, time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await EndAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task EndAsync(CancellationToken cancellationToken = default)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task RunAsync(ProblemAssignment assignment, TrialPlan plan, CancellationToken stopping)
    {
        await Task.Yield(); // The caller does not wait for the first round.
        var spans = new ProblemSpans(Spans.BeginProblem(assignment.Span, assignment.SweepId, assignment.Problem.Id));
        var run = RunOf(assignment, plan, spans);
        try
        {
            DelayDeactivation(Timeout.InfiniteTimeSpan);
            await run.RunAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await run.SendServerUsageAsync(); // Stopped on request; what is finished is saved.
        }
        catch (Exception cause)
        {
            // Nothing is lost: the coordinator asks again, and the saved outcomes are there. It may find a better place then.
            LogPause(assignment.Problem.Id, cause);
            await GrainFactory.GetGrain<ICoordinatorGrain>(assignment.SweepId).PausedAsync(assignment.Problem.Id, cause.Message);
            DeactivateOnIdle();
        }
        finally
        {
            spans.End();
            DelayDeactivation(TimeSpan.Zero);
        }
    }

    // A silo or a store that is away says all in a line, and all problems of the silo say it at once.
    private void LogPause(string problem, Exception cause)
    {
        if (cause is OrleansException or TimeoutException or CoordinatorUnreachableException)
        {
            logger.LogWarning("Problem {Problem} paused; the coordinator will start it again: {Reason}", problem, cause.Message);
        }
        else
        {
            logger.LogError(cause, "Problem {Problem} paused; the coordinator will start it again", problem);
        }
    }

    private ProblemRun RunOf(ProblemAssignment assignment, TrialPlan plan, ProblemSpans spans)
    {
        var sweep = plans.Of(assignment.Terms);
        var expander = new SiloNodeExpander(openNodes, nodeIds, plan, spans, time, logger);
        var shared = new SharedExpander(expander, isJudged: sweep.Judging is not null);
        var nodes = plan.Controlled(shared);
        var coordinator = GrainFactory.GetGrain<ICoordinatorGrain>(assignment.SweepId);
        var store = new ProblemOutcomes(assignment, sweep.Trials, outcomes, trees);
        var reports = new ReportSender(assignment.SweepId, coordinator, routers.Used, logger);
        return new ProblemRun(assignment, plan, nodes, coordinator, store, reports, spans, time, logger);
    }
}
