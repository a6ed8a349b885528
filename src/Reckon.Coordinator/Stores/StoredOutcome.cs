using Reckon.Contracts.Problems;

namespace Reckon.Coordinator.Stores;

/// <summary>A trial's outcome as it is kept.</summary>
/// <param name="Trial">What the coordinator counts of it.</param>
/// <param name="Document">The outcome as a JSON document of one line.</param>
internal sealed record StoredOutcome(FinishedTrial Trial, string Document);
