using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Reckon.Coordinator.Telemetry;

/// <summary>
/// Shows how the sweeps of this silo stand, under the meter <see cref="MeterName"/>. Coordinators note figures from time to time; they are read
/// when somebody asks for them.
/// </summary>
internal sealed class SweepInstruments : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Reckon.Sweeps";

    private readonly Meter _meter = new(MeterName);
    private readonly ConcurrentDictionary<string, SweepReading> _sweeps = new(StringComparer.Ordinal);

    public SweepInstruments()
    {
        _meter.CreateObservableGauge(
            "reckon.sweep.problems.running", () => Of(sweep => sweep.Running), "{problem}", "Problems that run.");
        _meter.CreateObservableGauge(
            "reckon.sweep.problems.window", () => Of(sweep => sweep.Window), "{problem}", "Problems that may run, as the workers have room.");
        _meter.CreateObservableCounter(
            "reckon.sweep.problems.admitted", () => Of(sweep => sweep.Admitted), "{problem}", "Problems admitted since the sweep was loaded here.");
        _meter.CreateObservableGauge("reckon.sweep.trials.done", () => Of(sweep => sweep.TrialsDone), "{trial}", "Trials with an outcome.");
        _meter.CreateObservableGauge(
            "reckon.sweep.trials.failed", () => Of(sweep => sweep.TrialsFailed), "{trial}", "Trials that ended without an outcome.");
        _meter.CreateObservableGauge(
            "reckon.sweep.work", () => Of(sweep => sweep.Work), "{generation}", "Work of all trials: each counts as much as its N.");
        _meter.CreateObservableGauge("reckon.sweep.work.done", () => Of(sweep => sweep.WorkDone), "{generation}", "Work of those with an outcome.");
        _meter.CreateObservableGauge(
            "reckon.sweep.budget.used", () => Of(sweep => sweep.BudgetUsed), "1",
            "The share of the sweep's own budget that is spent, in the unit of which most is; 0 where it has none.");
    }

    /// <summary>Notes how a sweep stands.</summary>
    public void Note(string sweep, SweepReading figures) => _sweeps[sweep] = figures;

    /// <summary>Shows a sweep no more: it does not run here.</summary>
    public void Forget(string sweep) => _sweeps.TryRemove(sweep, out _);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<T>> Of<T>(Func<SweepReading, T> value)
        where T : struct =>
        _sweeps.Select(sweep => new Measurement<T>(value(sweep.Value), new KeyValuePair<string, object?>("sweep", sweep.Key)));
}
