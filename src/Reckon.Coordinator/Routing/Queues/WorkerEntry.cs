using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing.Queues;

/// <summary>A worker that serves a pool.</summary>
/// <param name="Key">The worker's key.</param>
/// <param name="Rows">Children that it can run at once, at least 1.</param>
/// <param name="Room">The most children that one router has there, running and queued; at least <paramref name="Rows"/>.</param>
internal sealed record WorkerEntry(string Key, int Rows, int Room)
{
    // A verifier has one row and jobs of a few milliseconds: with less ahead it would wait for the next call to arrive.
    private const int LeastAhead = 64;

    /// <summary>
    /// The entry of a model. A batch that runs, and about one more to follow it at once: what waits longer waits in the router, where
    /// it can still go elsewhere.
    /// </summary>
    public static WorkerEntry Of(string worker, ServedModel model) =>
        new(worker, model.Rows, Math.Max(model.Rows, Math.Min(model.MaxOutstanding, model.Rows + Math.Max(model.Rows, LeastAhead))));
}
