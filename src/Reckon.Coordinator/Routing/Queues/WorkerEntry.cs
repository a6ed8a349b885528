namespace Reckon.Coordinator.Routing.Queues;

/// <summary>A worker that serves a pool.</summary>
/// <param name="Key">The worker's key.</param>
/// <param name="MaxOutstanding">The most children that may be outstanding there, running and queued.</param>
internal sealed record WorkerEntry(string Key, int MaxOutstanding);
