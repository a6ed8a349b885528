namespace Reckon.Coordinator.Routing;

/// <summary>A worker that serves a pool.</summary>
/// <param name="Key">The worker's key.</param>
/// <param name="Capacity">Children that its engine holds at once.</param>
internal sealed record WorkerEntry(string Key, int Capacity);
