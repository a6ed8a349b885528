using System.Text.Json;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Problems;
using Reckon.Coordinator.Stores;
using Reckon.Coordinator.Telemetry;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Sweeps;

/// <summary>How a sweep is loaded, kept running and put to rest.</summary>
internal sealed partial class CoordinatorGrain
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(1);
    private bool _isCheckedSoon;
    private string? _storeFault; // Why the store did not take what was last written; null where it did.
    private bool _isFinishing;
    private double _savedSeconds; // Of devices, when they were last saved.
    private ServerUsage _savedUsage; // Of servers, likewise.

    private async Task ReopenAsync()
    {
        try
        {
            Open(_plans.Of(_saved.Terms), await ProblemsAsync());
            await MeasureAsync();
            await AdmitAsync();
        }
        catch (Exception cause) when (cause is JsonException or SweepRefusedException)
        {
            // It stays as it is until it is submitted again: perhaps to a program that knows its strategies.
            _logger.LogError(cause, "The sweep {Sweep} cannot go on", Id);
        }
    }

    private void Open(SweepPlan plan, SubmittedProblems problems)
    {
        _since ??= _time.GetTimestamp();
        _span ??= Spans.BeginSweep(Id);
        (_problems, _open) = (problems, new OpenSweep(plan, problems.Ids, State, _time));
        _check?.Dispose();
        _measure?.Dispose();
        _isCheckedSoon = false;
        _check = this.RegisterGrainTimer(OnCheckAsync, new GrainTimerCreationOptions(_options.CheckInterval, _options.CheckInterval));
        _measure = this.RegisterGrainTimer(
            OnMeasureAsync, new GrainTimerCreationOptions(_options.LoadInterval, _options.LoadInterval) { Interleave = true });
        DelayDeactivation(Timeout.InfiniteTimeSpan);
    }

    private void Rest()
    {
        (State.Elapsed, _since) = (Elapsed, null);
        _check?.Dispose();
        _measure?.Dispose();
        (_check, _measure, _storeFault) = (null, null, null);
        HideFigures();
        DelayDeactivation(TimeSpan.Zero);
    }

    private async Task<SubmittedProblems> ProblemsAsync() => _problems ??=
        await _records.TryReadProblemsAsync(Id, _saved.Terms, State.Problems)
        ?? throw new SweepRefusedException(Id, "Not all of its problems are in the store. Submit it again.");

    private BudgetBook Budgets() =>
        _open?.Budgets ?? (_stray ??= new BudgetBook(_plans.Of(_saved.Terms).Spec.Budget, _saved.Terms.Price.Sizes));

    private async Task AdmitAsync()
    {
        if (_open is null || State.Phase != SweepPhase.Running)
        {
            return;
        }

        var admitted = _open.Admit(AdmissionTerms, Use);
        if (admitted.Count > 0)
        {
            await SaveAdmissionAsync(Math.Max(State.Admitted, admitted[^1] + 1));
        }

        if (State.Phase == SweepPhase.Running) // Else it was stopped meanwhile.
        {
            StartAll(admitted);
            await FinishAsync();
        }
    }

    private async Task FinishAsync()
    {
        if (_open is not { IsFinished: true } || _isFinishing)
        {
            return;
        }

        _isFinishing = true;
        try
        {
            if (await RewriteIfLostAsync())
            {
                return; // What it had finished before is lost.
            }

            await _records.RecordAsync(Id, SweepEventKind.Finished, new SweepOrder("coordinator"));
            State.Last = _open.Status(SweepPhase.Finished);
            await _saved.SavePhaseAsync(SweepPhase.Finished);
            Rest();
        }
        finally
        {
            _isFinishing = false;
        }
    }

    // A sweep that is resumed has the time that is left, and keeps the problems that it had admitted.
    private async Task SaveAdmissionAsync(int admitted)
    {
        if (_open is { HasBudget: true } && _since is not null)
        {
            (State.Admitted, State.Elapsed, _since) = (admitted, Elapsed, _time.GetTimestamp());
            await _saved.SaveAsync();
        }
    }

    // A coordinator that takes the sweep up goes on from there.
    private async Task SaveUsedAsync()
    {
        if (State.DeviceSeconds > _savedSeconds || State.ServerUsage != _savedUsage)
        {
            (_savedSeconds, _savedUsage) = (State.DeviceSeconds, State.ServerUsage);
            await _saved.SaveAsync();
        }
    }

    // While the store does not answer nothing could be started.
    private async Task OnCheckAsync(CancellationToken cancellationToken)
    {
        _isCheckedSoon = false;
        try
        {
            await CheckAsync();
        }
        catch (OrleansException cause)
        {
            if (_storeFault is null)
            {
                _logger.LogWarning("The sweep {Sweep} waits for the store: {Reason}", Id, cause.Message);
            }

            _storeFault = cause.Message;
            CheckSoon();
        }
    }

    // What paused is started again well before the next check would come.
    private void CheckSoon()
    {
        if (!_isCheckedSoon && _check is not null)
        {
            _isCheckedSoon = true;
            _check.Change(_soon < _options.CheckInterval ? _soon : _options.CheckInterval, _options.CheckInterval);
        }
    }

    // Asking a problem whose silo was lost whether it runs places and starts it again. An end that could not be saved is saved now.
    private async Task CheckAsync()
    {
        await _records.Probe.WriteAsync(); // A store that is full can still be read, and every problem would only pause again.
        if (_storeFault is not null)
        {
            _logger.LogInformation("The store takes what is written; the sweep {Sweep} goes on", Id);
            _storeFault = null;
            _open!.ForgivePauses();
        }

        if (await RewriteIfLostAsync())
        {
            return;
        }

        StartAll([.. _open!.Running]);
        await SaveAdmissionAsync(State.Admitted);
        await SaveUsedAsync();
        await AdmitAsync();
    }

    // True if the sweep was written again, and runs from its start.
    private async Task<bool> RewriteIfLostAsync()
    {
        if (!await _saved.RewriteIfLostAsync(_problems!))
        {
            return false;
        }

        _logger.LogWarning(
            "The store had lost the sweep {Sweep}, as one does that was emptied. It was written again; what was lost is computed again", Id);
        await ReopenAsync();
        return true;
    }

    private async Task TryRewriteAsync(SubmittedProblems problems, CancellationToken cancellationToken)
    {
        try
        {
            await _saved.RewriteIfLostAsync(problems).WaitAsync(cancellationToken);
        }
        catch (Exception cause) when (cause is OrleansException or OperationCanceledException)
        {
            _logger.LogDebug(cause, "Whether the store has the sweep {Sweep} is not known at its end here", Id);
        }
    }

    private void StartAll(IReadOnlyCollection<int> places)
    {
        foreach (var place in places)
        {
            _calls.Start(Assignment(_problems!, place));
        }
    }

    private ProblemAssignment Assignment(SubmittedProblems problems, int place) =>
        new(Id, problems[place], _saved.Terms) { Epoch = State.Epoch, Priority = State.Entry?.Priority ?? 0, Span = _span?.Id };
}
