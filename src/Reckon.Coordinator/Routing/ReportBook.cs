using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing;

/// <summary>
/// The last report of each worker on each of its models. Those of workers that have left are kept: what they did still counts. Safe
/// for any number of threads.
/// </summary>
internal sealed class ReportBook
{
    private readonly ConcurrentDictionary<(string Worker, string Pool), WorkerReport> _reports = new();

    /// <summary>All of them.</summary>
    public ImmutableArray<WorkerReport> All => [.. _reports.Values];

    /// <summary>Notes a report; one that was overtaken by a later one changes nothing.</summary>
    public void Note(WorkerReport report) => _reports.AddOrUpdate(
        (report.Worker, report.Pool), report, (_, known) => report.BusyTime >= known.BusyTime ? report : known);
}
