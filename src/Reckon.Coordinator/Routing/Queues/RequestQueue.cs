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

    /// <summary>When the next worker's rest ends, so that sending can be tried again; null when nothing waits for that.</summary>
    public TimeSpan? NextWake(TimeSpan now) => _waiting.Count == 0 ? null : workers.NextWake(now);

    /// <summary>Replaces the known workers. Requests at a worker that left come back when their call ends.</summary>
    public void UpdateWorkers(IReadOnlyList<WorkerEntry> known) => workers.Update(known);

    /// <summary>Puts a request at the end of the queue.</summary>
    public QueuedRequest<TBody> Add(TBody body, int weight, string search)
    {
        var request = new QueuedRequest<TBody>(body, weight, search);
        Wait(request, _waiting.AddLast(request));
        return request;
    }

    /// <summary>Marks <paramref name="request"/> as no longer awaited. If it is in the queue, it is removed at once.</summary>
    public void Cancel(QueuedRequest<TBody> request)
    {
        request.IsCancelled = true;
        if (request.Place is not null)
        {
            Leave(request);
        }
    }

    /// <summary>
    /// Takes what is sent next: the first request, and those of its search right after it while there is room; null if
    /// nothing can be sent now.
    /// </summary>
    public Sending<TBody>? TakeNext(TimeSpan now)
    {
        if (_waiting.First?.Value is not { } head || workers.Pick(head.Search, head.Weight, now) is not { } worker)
        {
            return null;
        }

        List<QueuedRequest<TBody>> requests = [];
        for (var next = head; next is not null; next = NextOf(head.Search, worker, now))
        {
            Leave(next);
            worker.Send(next.Weight);
            requests.Add(next);
        }

        workers.Remember(head.Search, worker);
        return new Sending<TBody>(worker, requests);
    }

    /// <summary>Takes a sending back and returns what becomes of each of its requests, in order.</summary>
    /// <param name="sending">One that <see cref="TakeNext"/> returned and that has not come back yet.</param>
    /// <param name="statuses">The worker's answers, one for each request; null where it could not be reached.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="InvalidOperationException">The sending has come back before.</exception>
    public IReadOnlyList<RequestFate> Return(Sending<TBody> sending, IReadOnlyList<WorkStatus?> statuses, TimeSpan now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(statuses.Count, sending.Requests.Count, nameof(statuses));
        if (sending.IsReturned)
        {
            throw new InvalidOperationException("The sending has come back before.");
        }

        sending.IsReturned = true;
        var fates = new RequestFate[statuses.Count];
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = FateOf(sending.Requests[i], statuses[i]);
        }

        workers.Return(sending.Worker, sending.Search, sending.Weight, OutcomeOf(statuses, fates), now);
        PutBack(sending, fates);
        return fates;
    }

    // A worker is not blamed for requests that are over: those given up may be at fault themselves, and a call whose
    // senders have all given up was cancelled.
    private static SendingOutcome OutcomeOf(IReadOnlyList<WorkStatus?> statuses, RequestFate[] fates) =>
        !fates.Contains(RequestFate.WaitsAgain) ? SendingOutcome.Served
        : statuses.Contains(WorkStatus.Busy) ? SendingOutcome.Full
        : SendingOutcome.Failed;

    // From the last to the first, which restores their old order.
    private void PutBack(Sending<TBody> sending, RequestFate[] fates)
    {
        for (var i = fates.Length - 1; i >= 0; i--)
        {
            if (fates[i] is RequestFate.WaitsAgain)
            {
                Wait(sending.Requests[i], _waiting.AddFirst(sending.Requests[i]));
            }
        }
    }

    private RequestFate FateOf(QueuedRequest<TBody> request, WorkStatus? status)
    {
        request.Failures += status is WorkStatus.Failed ? 1 : 0;
        return retries.FateOf(status, request.Failures, request.IsCancelled);
    }

    private QueuedRequest<TBody>? NextOf(string search, WorkerLoad worker, TimeSpan now) =>
        _waiting.First?.Value is { } next && next.Search == search && worker.HasRoomFor(next.Weight, now) ? next : null;

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
