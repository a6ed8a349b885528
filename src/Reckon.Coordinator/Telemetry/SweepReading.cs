namespace Reckon.Coordinator.Telemetry;

/// <summary>How a sweep that runs stood a moment ago.</summary>
/// <param name="Running">Problems that run.</param>
/// <param name="Window">Problems that may.</param>
/// <param name="Admitted">Problems that were admitted since its coordinator was loaded.</param>
/// <param name="TrialsDone">Trials with an outcome.</param>
/// <param name="TrialsFailed">Trials that ended without one.</param>
/// <param name="Work">Work of all its trials, in generations: a trial counts as much as its N.</param>
/// <param name="WorkDone">Work of those with an outcome.</param>
/// <param name="BudgetUsed">The share of its own budget that is spent, in the unit of which most is; 0 where it has none.</param>
internal sealed record SweepReading(
    int Running, int Window, long Admitted, int TrialsDone, int TrialsFailed, long Work, long WorkDone, double BudgetUsed);
