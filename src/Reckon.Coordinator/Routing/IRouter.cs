using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Routing;

/// <summary>A router, whatever it routes.</summary>
internal interface IRouter : IDisposable
{
    /// <summary>The pool whose workers it uses.</summary>
    string Pool { get; }

    /// <summary>Outstanding work, also that of senders who wait for a place in the queue.</summary>
    RouterLoad Load { get; }

    /// <summary>What each sweep has outstanding, also that of senders who wait for a place in the queue.</summary>
    PoolLoad Owners { get; }

    /// <summary>Of the workers that are there, those that take nothing now: they drain, or gave no sign of life.</summary>
    IReadOnlyList<string> Unreachable { get; }

    /// <summary>What it has done.</summary>
    RouterCounts Counts { get; }

    /// <summary>The workers from which something has not come back.</summary>
    IReadOnlyList<string> BusyWorkers { get; }

    /// <summary>Takes a sign of life in.</summary>
    void Hear(WorkerReport report);

    /// <summary>Has what <paramref name="worker"/> holds served by others: it gave no sign of life.</summary>
    void Lose(string worker);

    /// <summary>Has what is late served by others.</summary>
    void CopyLate();
}
