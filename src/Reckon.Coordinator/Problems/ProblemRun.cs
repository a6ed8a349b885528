using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Stores;
using Reckon.Coordinator.Telemetry;
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
    ProblemOutcomes store,
    ReportSender reports,
    ProblemSpans spans,
    TimeProvider time,
    ILogger logger)
{
    private readonly TreeCollection _trees = new(assignment.Problem);
    private bool _isCollecting = assignment.Terms.KeepsTrees;
    private readonly List<FinishedTrial> _finished = [];
    private readonly ImmutableArray<TrialFailure>.Builder _failures = ImmutableArray.CreateBuilder<TrialFailure>();

    /// <summary>Runs all trials, saves and reports their outcomes, and at the end saves their trees and reports all.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var known = await store.ReadAsync();
        var isReplaying = assignment.Terms.KeepsTrees && (known.Count < plan.Order.Length || await store.ReadTreesAsync() is null);
        _finished.AddRange(known.Values.Select(outcome => outcome.Trial));
        if (_finished.Count > 0)
        {
            await reports.SendAsync(Report(_finished, [], isComplete: false) with { IsRestored = true });
        }

        foreach (var trial in plan.Order)
        {
            if (!known.TryGetValue(trial, out var outcome))
            {
                await RunTrialAsync(trial, stopping);
            }
            else if (isReplaying)
            {
                await ReplayAsync(outcome, stopping);
            }
        }

        if (isReplaying)
        {
            await store.WriteTreesAsync(_trees.Compressed());
        }

        await reports.SendAsync(Report(_finished, _failures.ToImmutable(), isComplete: true));
    }

    /// <summary>Says what servers did, if they did anything.</summary>
    public Task SendServerUsageAsync() => reports.SendServerUsageAsync(Report([], [], isComplete: false));

    /// <summary>The trees of all trials that have an outcome: those that were saved, or made again.</summary>
    public async Task<byte[]> TreesAsync(CancellationToken stopping)
    {
        if (await store.ReadTreesAsync() is { } known)
        {
            return known;
        }

        _isCollecting = true; // They are needed now, even if the sweep does not keep trees.
        foreach (var outcome in (await store.ReadAsync()).Values)
        {
            await ReplayAsync(outcome, stopping);
        }

        var trees = _trees.Compressed();
        await store.WriteTreesAsync(trees);
        return trees;
    }

    // A fault of the cluster or the store is not the trial's: it pauses the problem.
    private async Task RunTrialAsync(int trial, CancellationToken stopping)
    {
        var key = new TrialKey(assignment.Problem.Id, trial);
        TrialOutcome outcome;
        spans.BeginTrial(trial);
        try
        {
            outcome = (await SearchAsync(trial, GateOf(key), stopping)).Graded.Outcome;
        }
        catch (Exception cause) when (
            cause is not (OperationCanceledException or CoordinatorUnreachableException or OrleansException or TimeoutException))
        {
            logger.LogError(cause, "Trial {Trial} of problem {Problem} failed", trial, assignment.Problem.Id);
            _failures.Add(new TrialFailure(key, cause.Message));
            return;
        }
        finally
        {
            spans.EndTrial();
        }

        var finished = FinishedOf(trial, outcome);
        await store.AddAsync(new StoredOutcome(finished, OutcomeJson.Write(outcome)));
        _finished.Add(finished);
        await reports.SendAsync(Report([finished], [], isComplete: false));
    }

    private FinishedTrial FinishedOf(int trial, TrialOutcome outcome)
    {
        var correct = outcome.Selections.Index().Aggregate(0UL, (bits, chosen) => bits | (chosen.Item.Correct ? 1UL << chosen.Index : 0));
        return new FinishedTrial(trial, outcome.Cost.Tokens, outcome.Cost.Flops(plan.Sizes), correct)
        {
            Money = outcome.Cost.Money(plan.Sizes),
        };
    }

    private BilledGate GateOf(TrialKey trial) => new(new CoordinatorGate(coordinator, trial, plan.Budget, spans), SendServerUsageAsync);

    private ProblemReport Report(IEnumerable<FinishedTrial> finished, ImmutableArray<TrialFailure> failures, bool isComplete) =>
        new(assignment.Problem.Id, [.. finished], failures, isComplete)
        {
            SpecHash = assignment.Terms.SpecHash,
            Epoch = assignment.Epoch,
        };

    // Round by round, as the gate counts rounds: its nodes answer from the store, and nothing is worth drawing early.
    private async Task ReplayAsync(StoredOutcome finished, CancellationToken stopping)
    {
        var known = OutcomeJson.Read(finished.Document);
        var task = plan.TaskOf(finished.Trial.Trial) with { IsAsynchronous = false };
        var search = await new SearchRunner(nodes, new RecordedGate(plan.Budget, known.Rounds)).RunAsync(task, stopping);
        Collect(plan.Graded(finished.Trial.Trial, search with { End = known.End }, task.Strategy), task);
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
