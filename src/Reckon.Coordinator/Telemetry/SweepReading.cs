namespace Reckon.Coordinator.Telemetry;

/// <summary>How a sweep that runs stood a moment ago.</summary>
/// <param name="Running">Problems that run.</param>
/// <param name="Window">Problems that may.</param>
/// <param name="Admitted">Problems that were admitted since its coordinator was loaded.</param>
/// <param name="TrialsDone">Trials with an outcome.</param>
/// <param name="TrialsFailed">Trials that ended without one.</param>
internal sealed record SweepReading(int Running, int Window, long Admitted, int TrialsDone, int TrialsFailed);
