using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// The requests for one model, waiting and sent: decides which go to which worker next, and which are sent again. Holds no
/// task, lock or clock: the caller guards it, sends what <see cref="TakeNext"/> says, and passes in the time since its start.
/// </summary>
internal sealed class RequestQueue<TBody>(WorkerTable workers, RetryPolicy retries)
{
    private readonly LinkedList<QueuedRequest<TBody>> _waiting = [];
    private int _waitingWeight;

    /// <summary>Outstanding work.</summary>
    public RouterLoad Load => new(_waitingWeight, workers.InFlight);

    /// <summary>Requests that wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Whether any worker serves the pool.</summary>
    public bool HasWorkers => !workers.IsEmpty;

    /// <summary>When a worker's rest ends next, so that it is worth while to look again; null when nothing waits for that.</summary>
    public TimeSpan? NextWake(TimeSpan now) => _waiting.Count == 0 ? null : workers.NextWake(now);

    /// <summary>Takes over which workers there are. What is at a worker that left comes back when its call ends.</summary>
    public void UpdateWorkers(IReadOnlyList<WorkerEntry> known) => workers.Update(known);

    /// <summary>Puts a request at the end of the queue.</summary>
    public QueuedRequest<TBody> Add(TBody body, int weight, string group)
    {
        var request = new QueuedRequest<TBody>(body, weight, group);
        Wait(request, _waiting.AddLast(request));
        return request;
    }

    /// <summary>Notes that nobody waits for <paramref name="request"/> any more. One that waits is gone at once.</summary>
    public void Cancel(QueuedRequest<TBody> request)
    {
        request.IsCancelled = true;
        if (request.Place is not null)
        {
            Leave(request);
        }
    }

    /// <summary>
    /// Takes what goes to a worker next: the first request, and those of its group right after it while there is room; null if
    /// nothing can be sent now.
    /// </summary>
    public Sending<TBody>? TakeNext(TimeSpan now)
    {
        if (_waiting.First?.Value is not { } head || workers.Pick(head.Group, head.Weight, now) is not { } worker)
        {
            return null;
        }

        List<QueuedRequest<TBody>> requests = [];
        for (var next = head; next is not null; next = NextOf(head.Group, worker, now))
        {
            Leave(next);
            worker.Send(next.Weight);
            requests.Add(next);
        }

        workers.Remember(head.Group, worker);
        return new Sending<TBody>(worker, requests);
    }

    /// <summary>Takes a sending back and returns what becomes of each of its requests, in order.</summary>
    /// <param name="sending">One that <see cref="TakeNext"/> gave and that is not back yet.</param>
    /// <param name="statuses">The worker's answers, one for each request; null where it could not be reached.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="InvalidOperationException">The sending is back already.</exception>
    public IReadOnlyList<RequestFate> Return(Sending<TBody> sending, IReadOnlyList<WorkStatus?> statuses, TimeSpan now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(statuses.Count, sending.Requests.Count, nameof(statuses));
        if (sending.IsReturned)
        {
            throw new InvalidOperationException("A sending comes back once.");
        }

        sending.IsReturned = true;
        List<RequestFate> fates = [.. sending.Requests.Zip(statuses, FateOf)];
        workers.Return(sending.Worker, sending.Group, sending.Weight, OutcomeOf(statuses, fates), now);
        foreach (var (request, fate) in sending.Requests.Zip(fates).Reverse())
        {
            if (fate is RequestFate.WaitsAgain)
            {
                Wait(request, _waiting.AddFirst(request));
            }
        }

        return fates;
    }

    // A worker is not blamed for requests that have their end: those given up may be at fault themselves, and a call whose
    // senders have all given up was called off.
    private static SendingOutcome OutcomeOf(IReadOnlyList<WorkStatus?> statuses, List<RequestFate> fates) =>
        !fates.Contains(RequestFate.WaitsAgain) ? SendingOutcome.Served
        : statuses.Contains(WorkStatus.Busy) ? SendingOutcome.Full
        : SendingOutcome.Failed;

    private RequestFate FateOf(QueuedRequest<TBody> request, WorkStatus? status)
    {
        request.Failures += status is WorkStatus.Failed ? 1 : 0;
        return retries.FateOf(status, request.Failures, request.IsCancelled);
    }

    private QueuedRequest<TBody>? NextOf(string group, WorkerLoad worker, TimeSpan now) =>
        _waiting.First?.Value is { } next && next.Group == group && worker.HasRoomFor(next.Weight, now) ? next : null;

    private void Wait(QueuedRequest<TBody> request, LinkedListNode<QueuedRequest<TBody>> place)
    {
        request.Place = place;
        _waitingWeight += request.Weight;
    }

    private void Leave(QueuedRequest<TBody> request)
    {
        _waiting.Remove(request.Place!);
        request.Place = null;
        _waitingWeight -= request.Weight;
    }
}
