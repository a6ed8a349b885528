using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Admission;

namespace Reckon.Coordinator.Sweeps;

/// <content>How much of a sweep is admitted: it follows the workers that there are, and what other sweeps have outstanding.</content>
internal sealed partial class CoordinatorGrain
{
    private AdmissionTerms AdmissionTerms => new(
        Math.Min(_options.MaxProblemsRunning, State.Entry?.Window ?? int.MaxValue), _options.OutstandingFactor, 1 + (State.Entry?.Priority ?? 0));

    /// <inheritdoc/>
    public async Task RetuneAsync(SweepTuning tuning, SweepOrder order)
    {
        ThrowIf(SweepPhase.Unknown, SweepPhase.Finished, SweepPhase.Cancelled);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)(tuning.Window ?? 0), (uint)SweepTuning.MostWindow, nameof(tuning));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)(tuning.Priority ?? 0), (uint)SweepTuning.MostPriority, nameof(tuning));
        var before = State.Entry!;
        var after = before with
        {
            Window = tuning.Window is { } window ? (window == 0 ? null : window) : before.Window,
            Priority = tuning.Priority ?? before.Priority,
        };
        if (TuningText.Of(before, after) is not { } what)
        {
            return;
        }

        await _records.RecordAsync(Id, SweepEventKind.Retuned, order, what);
        await _saved.SaveTuningAsync(after);
        if (_open is not null && State.Phase == SweepPhase.Running)
        {
            StartAll([.. _open.Running]); // They run, and learn the priority.
            await AdmitAsync();
        }
    }

    // Other calls run meanwhile.
    private async Task OnMeasureAsync(CancellationToken cancellationToken)
    {
        await MeasureAsync();
        try
        {
            await AdmitAsync();
        }
        catch (OrleansException)
        {
            CheckSoon(); // The store does not answer; the check says so.
        }

        ShowFigures();
    }

    private void ShowFigures()
    {
        if (_open is { } open && State.Phase == SweepPhase.Running)
        {
            _instruments.Note(Id, open.Reading(AdmissionTerms, Use));
        }
    }

    private void HideFigures()
    {
        _instruments.Forget(Id);
        _span?.Stop();
        _span = null;
    }

    // Whoever does not answer is left out.
    private async Task MeasureAsync()
    {
        if (_open is not { } open)
        {
            return;
        }

        var (terms, sweep) = (_saved.Terms, Id);
        var proposer = _loads.OfAsync(sweep, terms.ProposerPool, isVerifier: false);
        var verifier = terms.VerifierPool is { } judges ? _loads.OfAsync(sweep, judges, isVerifier: true) : null;
        open.Note(verifier is null ? [await proposer] : [await proposer, await verifier], _time.GetElapsedTime(0));
    }
}
