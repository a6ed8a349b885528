using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Routing;

/// <summary>
/// Feels the pulse of every worker that holds something of this silo. Membership needs seconds to declare a silo dead, and never does so
/// for one whose device hangs; the routers send what it holds elsewhere long before.
/// </summary>
internal sealed class WorkerPulse(
    RouterRegistry routers, WorkerCatalog catalog, IOptions<RouterOptions> options, TimeProvider time, ILogger<WorkerPulse> logger)
    : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly PulseBook _book = new(options.Value.HeartbeatInterval, options.Value.HeartbeatPatience); // Guarded by the lock.

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(options.Value.HeartbeatInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Beat(time.GetElapsedTime(start));
        }
    }

    private void Beat(TimeSpan now)
    {
        var busy = routers.All.SelectMany(router => router.BusyWorkers).ToHashSet();
        IReadOnlyList<string> due;
        bool isOnTime;
        lock (_lock)
        {
            isOnTime = _book.Begin(now);
            due = _book.TakeDue(busy, catalog.Known.Select(worker => worker.Key).ToHashSet());
        }

        foreach (var worker in due)
        {
            _ = Task.Run(() => AskAsync(worker));
        }

        if (isOnTime)
        {
            Each(router => router.CopyLate());
        }
    }

    // Never throws.
    private async Task AskAsync(string worker)
    {
        var since = time.GetTimestamp();
        ImmutableArray<WorkerReport>? reports = null;
        try
        {
            reports = await routers.PingAsync(worker).WaitAsync(options.Value.HeartbeatPatience, time);
        }
        catch (Exception cause)
        {
            logger.LogDebug(cause, "Worker {Worker} gives no sign of life", worker);
        }

        Conclude(worker, reports, time.GetElapsedTime(since));
    }

    private void Conclude(string worker, ImmutableArray<WorkerReport>? reports, TimeSpan elapsed)
    {
        PulseVerdict verdict;
        lock (_lock)
        {
            verdict = _book.End(worker, reports is not null, elapsed);
        }

        if (verdict is PulseVerdict.Lost)
        {
            logger.LogWarning("Worker {Worker} gave no sign of life for {Elapsed}; what it holds goes elsewhere", worker, elapsed);
        }

        if (verdict is PulseVerdict.Lost or PulseVerdict.StillLost)
        {
            Each(router => router.Lose(worker)); // Each time: a router that is new may have sent it something.
        }

        foreach (var report in reports ?? [])
        {
            Each(router => router.Hear(report));
        }
    }

    private void Each(Action<IRouter> action)
    {
        foreach (var router in routers.All)
        {
            action(router);
        }
    }
}
