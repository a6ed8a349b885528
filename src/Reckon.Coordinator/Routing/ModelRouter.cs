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
/// there is one. <see cref="RequestQueue{TBody}"/> decides what goes where and when; the router carries it out.
/// </summary>
internal sealed class ModelRouter<TRequest, TReply> : IRouter
{
    private readonly Forwarder<TRequest, TReply> _forwarder;
    private readonly IWorkerCatalog _catalog;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _room;
    private readonly Pump _pump; // A round's requests arrive one right after the other; those present at its turn are sent together.
    private readonly ITimer _alarm; // Rings when a worker's rest ends and something waits.
    private readonly OwnerBook _owners = new();
    private readonly long _start;

    private readonly Lock _lock = new();
    private readonly RequestQueue<WorkItem<TRequest, TReply>> _queue; // Guarded by the lock, with all that is in it.
    private bool _hasWarned; // Guarded by the lock.
    private RouterCounts _counts; // Guarded by the lock.
    private int _outside; // Children of senders that wait for a place in the queue; changed atomically.

    public ModelRouter(
        string pool,
        Forwarder<TRequest, TReply>.Call call,
        IWorkerCatalog catalog,
        RouterOptions options,
        TimeProvider time,
        ILogger logger)
    {
        (Pool, _catalog, _time, _logger) = (pool, catalog, time, logger);
        _forwarder = new Forwarder<TRequest, TReply>(call);
        _room = new SemaphoreSlim(options.MaxWaiting, options.MaxWaiting);
        _start = time.GetTimestamp();
        _queue = new RequestQueue<WorkItem<TRequest, TReply>>(
            WorkersBy(options), new RetryPolicy(options.MaxAttempts), new LatePolicy(options.LateFactor, options.LateFloor));
        _pump = new Pump(
            SendWhatMayGo,
            cause => logger.LogError(cause, "The router of {Pool} could not send; it will try again with the next request", pool));
        _alarm = time.CreateTimer(_ => _pump.RunSoon(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        catalog.Changed += RefreshWorkers;
        RefreshWorkers();
    }

    /// <inheritdoc/>
    public string Pool { get; }

    /// <inheritdoc/>
    public RouterLoad Load
    {
        get
        {
            lock (_lock)
            {
                var load = _queue.Load;
                return load with { Waiting = load.Waiting + Volatile.Read(ref _outside) };
            }
        }
    }

    /// <inheritdoc/>
    public RouterCounts Counts
    {
        get
        {
            lock (_lock)
            {
                return _counts;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> BusyWorkers
    {
        get
        {
            lock (_lock)
            {
                return [.. _queue.BusyWorkers];
            }
        }
    }

    /// <inheritdoc/>
    public PoolLoad Owners => new(Pool, _owners.All);

    /// <inheritdoc/>
    public IReadOnlyList<string> Unreachable
    {
        get
        {
            lock (_lock)
            {
                return [.. _queue.Unreachable];
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

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
            QueuedRequest<WorkItem<TRequest, TReply>> queued;
            lock (_lock)
            {
                queued = _queue.Add(item, demand);
                LeaveOutside(demand.Weight);
            }

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
        if (report.Pool != Pool)
        {
            return;
        }

        lock (_lock)
        {
            _queue.Hear(report.Worker, report.Outstanding, report.IsDraining, Now);
        }

        _pump.RunSoon();
    }

    /// <inheritdoc/>
    public void Lose(string worker)
    {
        lock (_lock)
        {
            _counts = _counts with { Copies = _counts.Copies + _queue.Lose(worker) };
        }

        _pump.RunSoon();
    }

    /// <inheritdoc/>
    public void CopyLate()
    {
        int copied;
        lock (_lock)
        {
            copied = _queue.CopyLate(Now);
            _counts = _counts with { Copies = _counts.Copies + copied };
        }

        if (copied > 0)
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

    private static WorkerTable WorkersBy(RouterOptions options) =>
        new(new Backoff(options.Backoff, options.MaxBackoff), new AffinityTable(options.MaxRememberedSearches), new Random(1));

    private async Task EnterAsync(int weight, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _outside, weight);
        try
        {
            await _room.WaitAsync(cancellationToken);
        }
        catch
        {
            LeaveOutside(weight);
            throw;
        }
    }

    private void LeaveOutside(int weight) => Interlocked.Add(ref _outside, -weight);

    private void Cancel(QueuedRequest<WorkItem<TRequest, TReply>> queued, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _queue.Cancel(queued);
        }

        queued.Body.Cancel(cancellationToken);
    }

    private void RefreshWorkers()
    {
        lock (_lock)
        {
            _queue.UpdateWorkers(_catalog.WorkersOf(Pool));
        }

        _pump.RunSoon();
    }

    private void SendWhatMayGo()
    {
        IReadOnlyList<Sending<WorkItem<TRequest, TReply>>> sendings;
        lock (_lock)
        {
            sendings = TakeAll();
        }

        SendAll(sendings);
    }

    // Called under the lock.
    private List<Sending<WorkItem<TRequest, TReply>>> TakeAll()
    {
        WarnIfNoWorkers();
        var now = Now;
        List<Sending<WorkItem<TRequest, TReply>>> sendings = [];
        while (_queue.TakeNext(now) is { } sending)
        {
            sendings.Add(sending);
        }

        _counts = _counts with { Calls = _counts.Calls + sendings.Count };

        if (_queue.NextWake(now) is { } wake)
        {
            // In whole milliseconds, as timers count: a timer that fires too early finds the worker still resting.
            _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling((wake - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }

        return sendings;
    }

    private void WarnIfNoWorkers()
    {
        if (_queue.HasWorkers)
        {
            _hasWarned = false;
        }
        else if (_queue.Count > 0 && !_hasWarned)
        {
            _hasWarned = true;
            _logger.LogWarning("No worker serves {Pool}; {Count} requests wait for one", Pool, _queue.Count);
        }
    }

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
        IReadOnlyList<WorkStatus?> statuses = [.. delivery.Answers.Select(answer => answer?.Status)];
        IReadOnlyList<RequestFate> fates;
        IReadOnlyList<Sending<WorkItem<TRequest, TReply>>> next;
        lock (_lock)
        {
            fates = _queue.Return(sending, statuses, Now);
            if (delivery.Report is { } report)
            {
                _queue.Hear(sending.Worker.Key, report.Outstanding, report.IsDraining, Now);
            }

            _counts = _counts with { Returned = _counts.Returned + fates.Count(fate => fate is RequestFate.WaitsAgain or RequestFate.IsElsewhere) };
            next = TakeAll();
        }

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
