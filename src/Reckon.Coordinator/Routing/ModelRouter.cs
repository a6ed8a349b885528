using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;
using Reckon.Coordinator.Telemetry;

namespace Reckon.Coordinator.Routing;

/// <summary>
/// Sends requests for one model to its workers. Waiting happens here, at the edge: a request stays in the queue until a
/// worker has room; with no worker alive the queue waits for one. Work is pure, so what failed is sent again, to another worker if
/// there is one. The queue decides what goes where and when; the router carries it out.
/// </summary>
internal sealed class ModelRouter<TRequest, TReply> : IRouter
{
    private readonly Forwarder<TRequest, TReply> _forwarder;
    private readonly IWorkerCatalog _catalog;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _room;
    private readonly Pump _pump; // A round's requests arrive one right after the other; those present at its turn are sent together.
    private readonly ITimer _alarm; // Rings when a worker's rest ends and something waits.
    private readonly OwnerBook _owners = new();
    private readonly GuardedQueue<TRequest, TReply> _queue;

    public ModelRouter(
        string pool,
        Forwarder<TRequest, TReply>.Call call,
        IWorkerCatalog catalog,
        RouterOptions options,
        TimeProvider time,
        ILogger logger)
    {
        (Pool, _catalog, _logger) = (pool, catalog, logger);
        _forwarder = new Forwarder<TRequest, TReply>(call);
        _room = new SemaphoreSlim(options.MaxWaiting, options.MaxWaiting);
        var start = time.GetTimestamp();
        _queue = new GuardedQueue<TRequest, TReply>(pool, options, () => time.GetElapsedTime(start), RingAfter, logger);
        _pump = new Pump(
            () => SendAll(_queue.TakeAll()),
            cause => logger.LogError(cause, "The router of {Pool} could not send; it will try again with the next request", pool));
        _alarm = time.CreateTimer(_ => _pump.RunSoon(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        catalog.Changed += RefreshWorkers;
        RefreshWorkers();
    }

    /// <inheritdoc/>
    public string Pool { get; }

    /// <inheritdoc/>
    public RouterLoad Load => _queue.Load;

    /// <inheritdoc/>
    public RouterCounts Counts => _queue.Counts;

    /// <inheritdoc/>
    public IReadOnlyList<string> BusyWorkers => _queue.BusyWorkers;

    /// <inheritdoc/>
    public PoolLoad Owners => new(Pool, _owners.All);

    /// <inheritdoc/>
    public IReadOnlyList<string> Unreachable => _queue.Unreachable;

    /// <summary>Has <paramref name="request"/> served and returns the reply.</summary>
    /// <exception cref="WorkRejectedException">The model cannot serve it.</exception>
    /// <exception cref="WorkFailedException">Every attempt failed.</exception>
    public async Task<TReply> RouteAsync(TRequest request, Demand demand, CancellationToken cancellationToken)
    {
        using var owned = _owners.Enter(demand);
        await EnterAsync(demand.Weight, cancellationToken);
        try
        {
            var item = new WorkItem<TRequest, TReply>(request, Activity.Current?.Context ?? default);
            var queued = _queue.Add(item, demand);
            await using var cancellation = cancellationToken.UnsafeRegister((_, token) => Cancel(queued, token), null);
            _pump.RunSoon();
            return await item.Reply;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public void Hear(WorkerReport report)
    {
        if (report.Pool == Pool)
        {
            _queue.Hear(report.Worker, report);
            _pump.RunSoon();
        }
    }

    /// <inheritdoc/>
    public void Lose(string worker)
    {
        _queue.Lose(worker);
        _pump.RunSoon();
    }

    /// <inheritdoc/>
    public void CopyLate()
    {
        if (_queue.CopyLate() is > 0 and var copied)
        {
            _logger.LogInformation("{Count} requests to {Pool} are late; copies go to other workers", copied, Pool);
            _pump.RunSoon();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _catalog.Changed -= RefreshWorkers;
        _alarm.Dispose();
        _room.Dispose();
    }

    private async Task EnterAsync(int weight, CancellationToken cancellationToken)
    {
        _queue.WaitOutside(weight);
        try
        {
            await _room.WaitAsync(cancellationToken);
        }
        catch
        {
            _queue.WaitOutside(-weight);
            throw;
        }
    }

    private void Cancel(QueuedRequest<WorkItem<TRequest, TReply>> queued, CancellationToken cancellationToken)
    {
        _queue.Cancel(queued);
        queued.Body.Cancel(cancellationToken);
    }

    private void RefreshWorkers()
    {
        _queue.UpdateWorkers(() => _catalog.WorkersOf(Pool));
        _pump.RunSoon();
    }

    // In whole milliseconds, as timers count: a timer that fires too early finds the worker still resting.
    private void RingAfter(TimeSpan rest) => _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), Timeout.InfiniteTimeSpan);

    private void SendAll(IReadOnlyList<Sending<WorkItem<TRequest, TReply>>> sendings)
    {
        foreach (var sending in sendings)
        {
            // Not on the caller's scheduler: the answer belongs to this router, not to the grain that called.
            _ = Task.Run(() => SendAsync(sending));
        }
    }

    private async Task SendAsync(Sending<WorkItem<TRequest, TReply>> sending)
    {
        var span = Spans.BeginCall(sending.Requests[0].Body.Round, Pool, sending.Worker.Key, sending.Weight);
        var delivery = await _forwarder.SendAsync(sending.Worker.Key, [.. sending.Requests.Select(request => request.Body)]);
        span?.Stop();
        var (fates, next) = _queue.Return(sending, delivery);
        for (var i = 0; i < fates.Count; i++)
        {
            var request = sending.Requests[i];
            request.Body.Settle(fates[i], delivery.Answers[i], Pool, request.Failures);
        }

        SendAll(next);
        if (fates.Count(fate => fate is RequestFate.WaitsAgain) is > 0 and var again)
        {
            _logger.LogDebug("{Count} requests return from {Worker}: {Reason}", again, sending.Worker.Key, delivery.Reason ?? "busy");
        }
    }
}
