using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Sweeps;

namespace Reckon.Coordinator.Sweeps;

/// <summary>What people order. It is recorded before it is done: what stands in the list of events may have failed, but nothing was done unseen.</summary>
internal sealed partial class CoordinatorGrain
{
    /// <inheritdoc/>
    public Task StopAsync(SweepOrder order) =>
        State.Phase == SweepPhase.Running ? HaltAsync(SweepPhase.Stopped, SweepEventKind.Paused, order) : Task.CompletedTask;

    /// <inheritdoc/>
    public async Task ResumeAsync(SweepOrder order)
    {
        ThrowIf(SweepPhase.Unknown, SweepPhase.Cancelled);
        if (State.Phase == SweepPhase.Stopped)
        {
            await GoOnAsync(SweepEventKind.Resumed, order);
        }
    }

    /// <inheritdoc/>
    public Task CancelAsync(SweepOrder order)
    {
        ThrowIf(SweepPhase.Unknown, SweepPhase.Finished);
        return State.Phase == SweepPhase.Cancelled
            ? Task.CompletedTask
            : HaltAsync(SweepPhase.Cancelled, SweepEventKind.Cancelled, order);
    }

    /// <inheritdoc/>
    public async Task<int> RequeueAsync(SweepOrder order)
    {
        ThrowIf(SweepPhase.Unknown, SweepPhase.Stopped, SweepPhase.Cancelled);
        var failed = (await GetStatusAsync()).TrialsFailed;
        if (failed > 0)
        {
            await GoOnAsync(SweepEventKind.Requeued, order);
        }

        return failed;
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(SweepOrder order)
    {
        ThrowIf(SweepPhase.Running);
        _logger.LogInformation("The sweep {Sweep} is deleted by {Who}: {Why}", Id, order.Who, order.Why);
        if (State.Terms is { } terms)
        {
            await _records.RecordDeletedAsync(Id, order);
            var problems = _problems ?? await _records.TryReadProblemsAsync(Id, terms, State.Problems);
            await _records.DeleteAsync(Id, terms, problems?.Ids ?? []);
        }

        await _saved.DeleteAsync();
        (_open, _problems) = (null, null);
        DeactivateOnIdle();
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<SweepEvent>> GetEventsAsync(long first, int most) => _records.Log.ReadAsync(Id, first, most);

    private async Task HaltAsync(SweepPhase phase, SweepEventKind kind, SweepOrder order)
    {
        var before = State.Phase;
        await _records.RecordAsync(Id, kind, order);
        if (State.Phase != before)
        {
            return; // It ended meanwhile.
        }

        State.Last = _open?.Status(phase) ?? State.Last;
        await _saved.SavePhaseAsync(phase); // First, so that nothing more is admitted.
        await _calls.StopAsync(Id, (_open?.Running ?? []).Select(place => _problems!.Ids[place]));
        Rest();
    }

    private async Task GoOnAsync(SweepEventKind kind, SweepOrder order)
    {
        await _records.RecordAsync(Id, kind, order);
        await _saved.SavePhaseAsync(SweepPhase.Running);
        await ReopenAsync();
    }

    private async Task RecordStartAsync(SweepStart start)
    {
        SweepEventKind? kind = State switch
        {
            { Terms: null } => SweepEventKind.Submitted,
            { Terms.SpecHash: var known } when known != start.Terms.SpecHash => SweepEventKind.Amended,
            { Phase: SweepPhase.Finished, Last.TrialsFailed: > 0 } => SweepEventKind.Requeued,
            { Phase: SweepPhase.Stopped or SweepPhase.Finished } => SweepEventKind.Resumed,
            _ => null, // It runs.
        };
        if (kind is { } happened)
        {
            await _records.RecordAsync(Id, happened, start.Order);
        }
    }

    private void ThrowIf(params ReadOnlySpan<SweepPhase> phases)
    {
        if (phases.Contains(State.Phase))
        {
            throw new SweepPhaseException(Id, State.Phase switch
            {
                SweepPhase.Unknown => "does not exist. 'list' tells all ids.",
                SweepPhase.Running => "is running. Pause or cancel it first.",
                SweepPhase.Stopped => "is paused. Resume it first.",
                SweepPhase.Finished => "is finished already.",
                _ => "was cancelled, which is final.",
            });
        }
    }
}
