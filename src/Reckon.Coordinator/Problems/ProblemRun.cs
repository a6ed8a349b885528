using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Problems;

/// <summary>
/// One pass over the trials of a problem: runs those without an outcome, and replays those whose tree is needed and lost. A
/// replay costs nothing: its nodes answer from the store.
/// </summary>
internal sealed class ProblemRun(
    ProblemAssignment assignment,
    TrialPlan plan,
    INodeExpander nodes,
    ICoordinatorGrain coordinator,
    IPersistentState<ProblemState> saved,
    TreesStore store,
    TimeProvider time,
    ILogger logger)
{
    private readonly TreeCollection _trees = new(assignment.Problem);
    private bool _isCollecting = assignment.Terms.KeepsTrees;
    private readonly ImmutableArray<TrialFailure>.Builder _failures = ImmutableArray.CreateBuilder<TrialFailure>();

    private string SpecHash => assignment.Terms.SpecHash;

    /// <summary>Runs all trials, saves and reports their outcomes, and at the end saves their trees and reports all.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var finished = saved.State.Finished.Select(trial => trial.Trial).ToHashSet();
        var isReplaying = assignment.Terms.KeepsTrees && (finished.Count < plan.Order.Length || await store.ReadAsync(SpecHash) is null);
        if (finished.Count > 0)
        {
            await coordinator.ReportAsync(Report([.. saved.State.Finished], [], isComplete: false) with { IsRestored = true });
        }

        foreach (var trial in plan.Order)
        {
            if (!finished.Contains(trial))
            {
                await RunTrialAsync(trial, stopping);
            }
            else if (isReplaying)
            {
                await ReplayAsync(Finished(trial), stopping);
            }
        }

        if (isReplaying)
        {
            await store.WriteAsync(SpecHash, _trees.Compressed());
        }

        await coordinator.ReportAsync(Report([.. saved.State.Finished], _failures.ToImmutable(), isComplete: true));
    }

    /// <summary>The trees of all trials that have an outcome: those that were saved, or made again.</summary>
    public async Task<byte[]> TreesAsync(CancellationToken stopping)
    {
        if (await store.ReadAsync(SpecHash) is { } known)
        {
            return known;
        }

        _isCollecting = true; // They are needed now, even if the sweep does not keep trees.
        foreach (var finished in saved.State.Finished)
        {
            await ReplayAsync(finished, stopping);
        }

        var trees = _trees.Compressed();
        await store.WriteAsync(SpecHash, trees);
        return trees;
    }

    // A fault of the cluster or the store is not the trial's: it pauses the problem.
    private async Task RunTrialAsync(int trial, CancellationToken stopping)
    {
        var key = new TrialKey(assignment.Problem.Id, trial);
        TrialOutcome outcome;
        try
        {
            outcome = (await SearchAsync(trial, new CoordinatorGate(coordinator, key, plan.Budget), stopping)).Graded.Outcome;
        }
        catch (Exception cause) when (
            cause is not (OperationCanceledException or CoordinatorUnreachableException or OrleansException or TimeoutException))
        {
            logger.LogError(cause, "Trial {Trial} of problem {Problem} failed", trial, assignment.Problem.Id);
            _failures.Add(new TrialFailure(key, cause.Message));
            return;
        }

        saved.State.Finished.Add(new FinishedTrial(
            trial, OutcomeJson.Write(outcome), outcome.Cost.Tokens, [.. outcome.Selections.Select(selection => selection.Correct)],
            outcome.Cost.Flops(plan.Sizes)));
        await saved.WriteStateAsync(stopping);
        await coordinator.ReportAsync(Report([saved.State.Finished[^1]], [], isComplete: false));
    }

    private ProblemReport Report(ImmutableArray<FinishedTrial> outcomes, ImmutableArray<TrialFailure> failures, bool isComplete) =>
        new(assignment.Problem.Id, outcomes, failures, isComplete) { SpecHash = SpecHash };

    private FinishedTrial Finished(int trial) => saved.State.Finished.Single(finished => finished.Trial == trial);

    // Round by round, as the gate counts rounds: its nodes answer from the store, and nothing is worth drawing early.
    private async Task ReplayAsync(FinishedTrial finished, CancellationToken stopping)
    {
        var known = OutcomeJson.Read(finished.Outcome);
        var task = plan.TaskOf(finished.Trial) with { IsAsynchronous = false };
        var search = await new SearchRunner(nodes, new RecordedGate(plan.Budget, known.Rounds)).RunAsync(task, stopping);
        Collect(plan.Graded(finished.Trial, search with { End = known.End }, task.Strategy), task);
    }

    private async Task<TrialResult> SearchAsync(int trial, IBudgetGate gate, CancellationToken stopping)
    {
        var task = plan.TaskOf(trial);
        using var deadline = plan.Budget.Seconds is { } seconds ? new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time) : null;
        var search = await new SearchRunner(nodes, gate).RunAsync(task, deadline?.Token ?? CancellationToken.None, stopping);
        var result = plan.Graded(trial, search, task.Strategy);
        Collect(result, task);
        return result;
    }

    private void Collect(TrialResult result, SearchTask task)
    {
        if (_isCollecting)
        {
            _trees.Add(result, task.Strategy);
        }
    }
}
