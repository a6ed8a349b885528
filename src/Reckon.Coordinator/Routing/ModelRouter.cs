using Microsoft.Extensions.Logging;
using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing;

/// <summary>
/// Brings requests for one model to its workers. Waiting happens here, at the edge: a request stays in this queue until a
/// worker has room; with no worker alive the queue waits for one. Work is pure, so what failed is sent again, elsewhere if
/// there is an elsewhere.
/// </summary>
internal sealed class ModelRouter<TRequest, TReply> : IDisposable
{
    /// <summary>Sends requests to a worker and returns its answers, in order.</summary>
    public delegate Task<IReadOnlyList<WorkAnswer<TReply>>> Send(string worker, IReadOnlyList<TRequest> requests, CancellationToken cancellationToken);

    private readonly string _pool;
    private readonly Send _send;
    private readonly IWorkerCatalog _catalog;
    private readonly RouterOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _room;
    private readonly Random _random = new(1);

    // Guards everything below, and the items and loads in it.
    private readonly Lock _lock = new();
    private readonly LinkedList<WorkItem<TRequest, TReply>> _waiting = [];
    private readonly Dictionary<string, WorkerLoad> _workers = [];
    private readonly AffinityTable _affinity = new();
    private bool _hasWarned;
    private bool _isPumpDue; // Not guarded: an atomic flag.

    public ModelRouter(string pool, Send send, IWorkerCatalog catalog, RouterOptions options, TimeProvider time, ILogger logger)
    {
        (_pool, _send, _catalog, _options, _time, _logger) = (pool, send, catalog, options, time, logger);
        _room = new SemaphoreSlim(options.MaxWaiting, options.MaxWaiting);
        catalog.Changed += RefreshWorkers;
        RefreshWorkers();
    }

    /// <summary>Outstanding work.</summary>
    public RouterLoad Load
    {
        get
        {
            lock (_lock)
            {
                return new RouterLoad(
                    _waiting.Where(item => !item.IsSettled).Sum(item => item.Weight), _workers.Values.Sum(worker => worker.InFlight));
            }
        }
    }

    /// <summary>Has <paramref name="request"/> served and returns the reply.</summary>
    /// <exception cref="WorkRejectedException">The model cannot serve it.</exception>
    /// <exception cref="WorkFailedException">Every attempt failed.</exception>
    public async Task<TReply> RouteAsync(TRequest request, int weight, string group, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        try
        {
            var item = new WorkItem<TRequest, TReply>(request, weight, group);
            lock (_lock)
            {
                _waiting.AddLast(item);
            }

            await using var cancellation = cancellationToken.UnsafeRegister(
                static (item, token) => ((WorkItem<TRequest, TReply>)item!).Completion.TrySetCanceled(token), item);
            PumpSoon();
            return await item.Completion.Task;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _catalog.Changed -= RefreshWorkers;
        _room.Dispose();
    }

    // The requests of a round come one right after the other; those that are here when the pump's turn comes travel together.
    private void PumpSoon()
    {
        if (!Interlocked.Exchange(ref _isPumpDue, true))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static router => router.PumpNow(), this, preferLocal: false);
        }
    }

    private void PumpNow()
    {
        Volatile.Write(ref _isPumpDue, false);
        try
        {
            Pump();
        }
        catch (Exception cause)
        {
            // Nobody awaits this turn, and an exception here would end the process.
            _logger.LogError(cause, "The router of {Pool} could not send; it tries again with the next request", _pool);
        }
    }

    private void Pump()
    {
        List<(WorkerLoad Worker, List<WorkItem<TRequest, TReply>> Items)> sendings = [];
        lock (_lock)
        {
            WarnIfNoWorkers();
            while (TakeNext() is { } sending)
            {
                sendings.Add(sending);
            }
        }

        foreach (var (worker, items) in sendings)
        {
            // Away from the caller's scheduler: the answer belongs to this router, not to the grain that happened to ask.
            _ = Task.Run(() => SendAsync(worker, items));
        }
    }

    private void RefreshWorkers()
    {
        lock (_lock)
        {
            var known = _catalog.WorkersOf(_pool);
            foreach (var gone in _workers.Keys.Except(known.Select(worker => worker.Key)).ToList())
            {
                _workers.Remove(gone);
            }

            foreach (var worker in known)
            {
                _workers.TryAdd(worker.Key, new WorkerLoad(worker.Key, worker.MaxOutstanding));
            }
        }

        Pump();
    }

    private void WarnIfNoWorkers()
    {
        if (_workers.Count > 0)
        {
            _hasWarned = false;
        }
        else if (_waiting.Count > 0 && !_hasWarned)
        {
            _hasWarned = true;
            _logger.LogWarning("No worker serves {Pool}; {Count} requests wait for one", _pool, _waiting.Count);
        }
    }

    private (WorkerLoad Worker, List<WorkItem<TRequest, TReply>> Items)? TakeNext()
    {
        DropSettled();
        if (_waiting.First is not { } head
            || WorkerChoice.Pick(_workers.Values, _affinity.HolderOf(head.Value.Group), head.Value.Weight, _random) is not { } worker)
        {
            return null;
        }

        List<WorkItem<TRequest, TReply>> items = [];
        do
        {
            var item = _waiting.First!.Value;
            _waiting.RemoveFirst();
            items.Add(item);
            worker.InFlight += item.Weight;
            DropSettled();
        }
        while (_waiting.First is { } next && next.Value.Group == head.Value.Group && worker.HasRoomFor(next.Value.Weight));
        _affinity.Remember(head.Value.Group, worker.Key);
        return (worker, items);
    }

    // Nobody waits for what was cancelled while it waited.
    private void DropSettled()
    {
        while (_waiting.First is { Value.IsSettled: true })
        {
            _waiting.RemoveFirst();
        }
    }

    private async Task SendAsync(WorkerLoad worker, List<WorkItem<TRequest, TReply>> items)
    {
        IReadOnlyList<WorkAnswer<TReply>> answers;
        try
        {
            // Cancelled when all senders have given up, so that the worker may drop the work; or when all have their
            // replies, and then nobody listens. Not disposed of: it holds nothing, and would throw in the second case.
            var abandoned = new CancellationTokenSource();
            _ = Task.WhenAll(items.Select(item => item.Completion.Task)).ContinueWith(
                _ => abandoned.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            answers = await _send(worker.Key, [.. items.Select(item => item.Request)], abandoned.Token);
            if (answers.Count != items.Count)
            {
                throw new InvalidOperationException($"The worker answered {answers.Count} of {items.Count} requests.");
            }
        }
        catch (Exception cause)
        {
            // The worker's silo or the way to it failed; none of the requests has a reply.
            Deliver(worker, items, [.. items.Select(_ => (WorkAnswer<TReply>?)null)], cause.Message);
            return;
        }

        Deliver(worker, items, [.. answers.Select(answer => (WorkAnswer<TReply>?)answer)], answers[^1].Error);
    }

    // An answer is null when the worker could not be reached.
    private void Deliver(
        WorkerLoad worker, List<WorkItem<TRequest, TReply>> items, List<WorkAnswer<TReply>?> answers, string? reason)
    {
        List<WorkItem<TRequest, TReply>> again = [.. items.Zip(answers).Where(pair => !TrySettle(pair.First, pair.Second)).Select(pair => pair.First)];
        if (again.Count > 0)
        {
            _logger.LogDebug("{Count} requests return from {Worker}: {Reason}", again.Count, worker.Key, reason ?? "busy");
        }

        var isBusy = answers.Exists(answer => answer?.Status == WorkStatus.Busy);
        lock (_lock)
        {
            worker.InFlight -= items.Sum(item => item.Weight);
            worker.Failures = again.Count == 0 || isBusy ? 0 : worker.Failures + 1;
            if (again.Count > 0)
            {
                worker.IsResting = true;
                _affinity.Forget(items[0].Group);
                foreach (var item in Enumerable.Reverse(again))
                {
                    _waiting.AddFirst(item);
                }

                _ = WakeAsync(worker); // Here, so that nobody sees it rest without its alarm being set.
            }
        }

        Pump();
    }

    // Whether the item has its end. To be full, or out of reach, is no failure of the request: membership will tell in time
    // whether the worker is gone.
    private bool TrySettle(WorkItem<TRequest, TReply> item, WorkAnswer<TReply>? answer)
    {
        switch (answer?.Status)
        {
            case WorkStatus.Done:
                item.Completion.TrySetResult(answer.Value.Reply!);
                return true;
            case WorkStatus.Rejected:
                item.Completion.TrySetException(new WorkRejectedException(answer.Value.Error!));
                return true;
            case WorkStatus.Failed when ++item.Failures >= _options.MaxAttempts:
                item.Completion.TrySetException(new WorkFailedException($"{_pool} failed {item.Failures} times, last: {answer.Value.Error}"));
                return true;
            default:
                return item.IsSettled;
        }
    }

    private async Task WakeAsync(WorkerLoad worker)
    {
        await Task.Delay(RestOf(worker.Failures), _time).ConfigureAwait(ConfigureAwaitOptions.None);
        lock (_lock)
        {
            worker.IsResting = false;
        }

        Pump();
    }

    // A worker that fails again and again is asked more and more rarely.
    private TimeSpan RestOf(int failures)
    {
        var rest = _options.Backoff * Math.Pow(2, Math.Min(Math.Max(failures - 1, 0), 16));
        return rest < _options.MaxBackoff ? rest : _options.MaxBackoff;
    }
}
