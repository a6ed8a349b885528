using Microsoft.Extensions.Logging;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Routing;

/// <summary>The queue of a router with what it counts, behind a lock: safe for any number of threads.</summary>
/// <param name="pool">The pool, for messages.</param>
/// <param name="options">The router's.</param>
/// <param name="clock">The time since some start.</param>
/// <param name="wakeAfter">Is told, under the lock, how long nothing can be sent though something waits.</param>
/// <param name="logger">Where it is written that nobody serves the pool.</param>
internal sealed class GuardedQueue<TRequest, TReply>(
    string pool, RouterOptions options, Func<TimeSpan> clock, Action<TimeSpan> wakeAfter, ILogger logger)
{
    private readonly Lock _lock = new();

    // All that follows is guarded by the lock.
    private readonly RequestQueue<WorkItem<TRequest, TReply>> _queue = new(
        new WorkerTable(new Backoff(options.Backoff, options.MaxBackoff), new AffinityTable(options.MaxRememberedSearches), new Random(1)),
        new RetryPolicy(options.MaxAttempts),
        new LatePolicy(options.LateFactor, options.LateFloor));

    private bool _hasWarned;
    private RouterCounts _counts;
    private int _outside; // Children of senders that wait for a place in the queue.

    /// <summary>Outstanding work, what waits for a place included.</summary>
    public RouterLoad Load => Locked(() => _queue.Load with { Waiting = _queue.Load.Waiting + _outside });

    /// <summary>See <see cref="IRouter.Counts"/>.</summary>
    public RouterCounts Counts => Locked(() => _counts);

    /// <summary>See <see cref="IRouter.BusyWorkers"/>.</summary>
    public IReadOnlyList<string> BusyWorkers => Locked(() => _queue.BusyWorkers.ToList());

    /// <summary>See <see cref="IRouter.Unreachable"/>.</summary>
    public IReadOnlyList<string> Unreachable => Locked(() => _queue.Unreachable.ToList());

    /// <summary>Children wait for a place, or do so no more, where <paramref name="weight"/> is negative.</summary>
    public void WaitOutside(int weight)
    {
        lock (_lock)
        {
            _outside += weight;
        }
    }

    /// <summary>Puts at the end of the queue what waited for a place.</summary>
    public QueuedRequest<WorkItem<TRequest, TReply>> Add(WorkItem<TRequest, TReply> item, Demand demand)
    {
        lock (_lock)
        {
            _outside -= demand.Weight;
            return _queue.Add(item, demand);
        }
    }

    /// <summary>See <see cref="RequestQueue{TBody}.Cancel"/>.</summary>
    public void Cancel(QueuedRequest<WorkItem<TRequest, TReply>> request)
    {
        lock (_lock)
        {
            _queue.Cancel(request);
        }
    }

    /// <summary>See <see cref="RequestQueue{TBody}.UpdateWorkers"/>. The workers are read under the lock, so that the newest are read last.</summary>
    public void UpdateWorkers(Func<IReadOnlyList<WorkerEntry>> read)
    {
        lock (_lock)
        {
            _queue.UpdateWorkers(read());
        }
    }

    /// <summary>See <see cref="RequestQueue{TBody}.Hear"/>.</summary>
    public void Hear(string worker, WorkerReport report)
    {
        lock (_lock)
        {
            _queue.Hear(worker, report.Outstanding, report.IsDraining, clock());
        }
    }

    /// <summary>See <see cref="RequestQueue{TBody}.Lose"/>.</summary>
    public int Lose(string worker) => Locked(() => Copied(_queue.Lose(worker)));

    /// <summary>See <see cref="RequestQueue{TBody}.CopyLate"/>.</summary>
    public int CopyLate() => Locked(() => Copied(_queue.CopyLate(clock())));

    /// <summary>Takes all that may be sent now.</summary>
    public IReadOnlyList<Sending<WorkItem<TRequest, TReply>>> TakeAll() => Locked(TakeNow);

    /// <summary>Takes a sending back: what becomes of its requests, in order, and what may be sent now.</summary>
    public (IReadOnlyList<RequestFate> Fates, IReadOnlyList<Sending<WorkItem<TRequest, TReply>>> Next) Return(
        Sending<WorkItem<TRequest, TReply>> sending, Delivery<TReply> delivery)
    {
        IReadOnlyList<WorkStatus?> statuses = [.. delivery.Answers.Select(answer => answer?.Status)];
        lock (_lock)
        {
            var fates = _queue.Return(sending, statuses, clock());
            if (delivery.Report is { } report)
            {
                _queue.Hear(sending.Worker.Key, report.Outstanding, report.IsDraining, clock());
            }

            var returned = fates.Count(fate => fate is RequestFate.WaitsAgain or RequestFate.IsElsewhere);
            _counts = _counts with { Returned = _counts.Returned + returned };
            return (fates, TakeNow());
        }
    }

    private List<Sending<WorkItem<TRequest, TReply>>> TakeNow()
    {
        WarnIfNoWorkers();
        var now = clock();
        List<Sending<WorkItem<TRequest, TReply>>> sendings = [];
        while (_queue.TakeNext(now) is { } sending)
        {
            sendings.Add(sending);
        }

        _counts = _counts with { Calls = _counts.Calls + sendings.Count };
        if (_queue.NextWake(now) is { } wake)
        {
            wakeAfter(wake - now);
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
            logger.LogWarning("No worker serves {Pool}; {Count} requests wait for one", pool, _queue.Count);
        }
    }

    private int Copied(int requests)
    {
        _counts = _counts with { Copies = _counts.Copies + requests };
        return requests;
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
