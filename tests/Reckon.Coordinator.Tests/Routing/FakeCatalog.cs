using Reckon.Coordinator.Routing;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing;

/// <summary>A catalog whose workers the test decides.</summary>
internal sealed class FakeCatalog : IWorkerCatalog
{
    private IReadOnlyList<WorkerEntry> _workers = [];

    public event Action? Changed;

    public IReadOnlyList<string> Keys => [.. _workers.Select(worker => worker.Key)];

    public IReadOnlyList<WorkerEntry> WorkersOf(string pool) => _workers;

    public void Set(params WorkerEntry[] workers)
    {
        _workers = workers;
        Changed?.Invoke();
    }
}
