namespace Reckon.Coordinator.Sweeps;

/// <summary>What a sweep has used that is not charged to its trials, and differs between runs.</summary>
/// <param name="Elapsed">Time since its start, pauses left out.</param>
/// <param name="Billed">What servers have billed for it, not for one that it adds to, in the currency of the models' prices.</param>
internal readonly record struct SweepUse(TimeSpan Elapsed, double Billed);
