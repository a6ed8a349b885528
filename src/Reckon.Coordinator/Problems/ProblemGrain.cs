using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Problems;

/// <summary>
/// Runs the trials of one problem, one after the other, beside its calls: a trial outlasts any sensible call. Recovery is
/// replay: a problem that comes back to life runs its unfinished trials from the empty tree, and every node that had
/// answered answers again at once.
/// </summary>
[RandomPlacement] // Even spread; the default placement herds on figures that are a second old.
internal sealed class ProblemGrain(
    [PersistentState("problem", CoordinatorNames.GrainState)] IPersistentState<ProblemState> saved,
    SweepPlans plans,
    TimeProvider time,
    ILogger<ProblemGrain> logger) : Grain, IProblemGrain, IDisposable
{
    private Task _running = Task.CompletedTask;
    private CancellationTokenSource _stopping = new();

    /// <inheritdoc/>
    public Task EnsureRunningAsync(ProblemAssignment assignment)
    {
        if (!_running.IsCompleted)
        {
            return Task.CompletedTask;
        }

        if (!saved.State.IsOf(assignment.Terms.SpecHash))
        {
            saved.State = ProblemState.For(assignment.Terms.SpecHash);
        }

        _stopping.Dispose();
        _stopping = new CancellationTokenSource();
        _running = RunAsync(assignment, _stopping.Token);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync() => _stopping.CancelAsync();

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(ProblemAssignment assignment, CancellationToken stopping)
    {
        await Task.Yield(); // The caller does not wait for the first round.
        try
        {
            DelayDeactivation(Timeout.InfiniteTimeSpan);
            await RunTrialsAsync(assignment, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped on request; what is finished is saved.
        }
        catch (Exception cause)
        {
            // Nothing is lost: the coordinator asks again, and the saved outcomes are there.
            // A state that could not be saved is not trusted any more: it is read again.
            logger.LogError(cause, "Problem {Problem} paused; the coordinator will start it again", assignment.Problem.Id);
            await GrainFactory.GetGrain<ICoordinatorGrain>(assignment.SweepId).PausedAsync(assignment.Problem.Id, cause.Message);
            DeactivateOnIdle();
        }
        finally
        {
            DelayDeactivation(TimeSpan.Zero);
        }
    }

    private async Task RunTrialsAsync(ProblemAssignment assignment, CancellationToken stopping)
    {
        var plan = new TrialPlan(assignment, plans.Of(assignment.Terms));
        var coordinator = GrainFactory.GetGrain<ICoordinatorGrain>(assignment.SweepId);
        var nodes = new GrainNodeExpander(GrainFactory, plan, time, logger);
        var failures = ImmutableArray.CreateBuilder<TrialFailure>();
        var finished = saved.State.Finished.Select(trial => trial.Trial).ToHashSet();
        foreach (var trial in plan.Order.Where(trial => !finished.Contains(trial)))
        {
            var key = new TrialKey(assignment.Problem.Id, trial);
            if (await TryRunTrialAsync(plan, nodes, coordinator, key, stopping) is { } failure)
            {
                failures.Add(failure);
                continue;
            }

            await coordinator.ReportAsync(new ProblemReport(assignment.Problem.Id, [saved.State.Finished[^1]], [], false));
        }

        await coordinator.ReportAsync(new ProblemReport(assignment.Problem.Id, [.. saved.State.Finished], failures.ToImmutable(), true));
    }

    // The failure, or null when the trial has its outcome. What is the cluster's fault or the store's is not the trial's: it
    // pauses the problem.
    private async Task<TrialFailure?> TryRunTrialAsync(
        TrialPlan plan, GrainNodeExpander nodes, ICoordinatorGrain coordinator, TrialKey key, CancellationToken stopping)
    {
        string outcome;
        try
        {
            var runner = new SearchRunner(nodes, new CoordinatorGate(coordinator, key));
            outcome = plan.OutcomeOf(key.Trial, await runner.RunAsync(plan.TaskOf(key.Trial), stopping));
        }
        catch (Exception cause) when (cause is not (OperationCanceledException or CoordinatorUnreachableException or OrleansException or TimeoutException))
        {
            logger.LogError(cause, "Trial {Trial} of problem {Problem} failed", key.Trial, key.ProblemId);
            return new TrialFailure(key, cause.Message);
        }

        saved.State.Finished.Add(new FinishedTrial(key.Trial, outcome));
        await saved.WriteStateAsync(stopping);
        return null;
    }
}
