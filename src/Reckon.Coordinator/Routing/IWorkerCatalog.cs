using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Routing;

/// <summary>Knows which workers there are.</summary>
internal interface IWorkerCatalog
{
    /// <summary>Raised, on any thread, after the set of workers has changed.</summary>
    event Action? Changed;

    /// <summary>The keys of all workers now, in a stable order.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <summary>The workers that serve <paramref name="pool"/> now, in a stable order; empty when there are none.</summary>
    IReadOnlyList<WorkerEntry> WorkersOf(string pool);
}
