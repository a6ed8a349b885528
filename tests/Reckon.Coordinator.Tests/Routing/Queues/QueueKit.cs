using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

/// <summary>Queues and times whose exact values do not matter.</summary>
internal static class QueueKit
{
    public const int MaxAttempts = 3;

    public static readonly Backoff Backoff = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5));

    public static readonly LatePolicy Late = new(Factor: 4, Floor: TimeSpan.FromSeconds(1));

    /// <summary>A queue whose workers take 8 children each.</summary>
    public static RequestQueue<int> Queue(params string[] workers)
    {
        var queue = new RequestQueue<int>(
            new WorkerTable(Backoff, new AffinityTable(capacity: 100), new Random(1)), new RetryPolicy(MaxAttempts), Late);
        queue.UpdateWorkers(Workers(workers));
        return queue;
    }

    public static IReadOnlyList<WorkerEntry> Workers(params IEnumerable<string> keys) => [.. keys.Select(key => new WorkerEntry(key, Rows: 8, Room: 8))];

    public static QueuedRequest<int> Add(this RequestQueue<int> queue, int body, int weight, string search, string owner = "") =>
        queue.Add(body, new Demand(weight, search) { Owner = owner });

    public static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>Returns a sending with the same answer to all of its requests; null means that the worker is out of reach.</summary>
    public static IReadOnlyList<RequestFate> ReturnAll(
        this RequestQueue<int> queue, Sending<int> sending, WorkStatus? status, TimeSpan now) =>
        queue.Return(sending, [.. sending.Requests.Select(_ => status)], now);
}
