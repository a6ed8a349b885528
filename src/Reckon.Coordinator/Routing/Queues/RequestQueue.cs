using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// The requests for one model, waiting and sent: decides which go to which worker next, which are sent again, and of which a copy goes
/// elsewhere. Holds no task, lock or clock: the caller guards it, sends what <see cref="TakeNext"/> says, and passes in the time
/// since its start.
/// </summary>
internal sealed class RequestQueue<TBody>
{
    private readonly WorkerTable _workers;
    private readonly RetryPolicy _retries;
    private readonly WaitingLine<TBody> _line = new();
    private readonly HashSet<Sending<TBody>> _sendings = [];
    private long _sent;
    private int _waitingWeight; // Of what waits and is nowhere.
    private int _inFlightWeight; // Of what is at a worker and not over, each request once.
    private readonly LineLook<TBody> _look;
    private readonly LateCopies<TBody> _copies;

    /// <param name="workers">The workers of the pool.</param>
    /// <param name="retries">What is sent again.</param>
    /// <param name="late">Of what a copy goes elsewhere.</param>
    public RequestQueue(WorkerTable workers, RetryPolicy retries, LatePolicy late)
    {
        (_workers, _retries) = (workers, retries);
        (_look, _copies) = (new LineLook<TBody>(_line, workers), new LateCopies<TBody>(_line, _sendings, workers, late));
    }

    /// <summary>Outstanding work, each request once.</summary>
    public RouterLoad Load => new(_waitingWeight, _inFlightWeight);

    /// <summary>Requests that wait.</summary>
    public int Count => _line.Count;

    /// <summary>Whether any worker serves the pool.</summary>
    public bool HasWorkers => !_workers.IsEmpty;

    /// <summary>The workers from which something has not come back.</summary>
    public IEnumerable<string> BusyWorkers => _sendings.Select(sending => sending.Worker.Key).Distinct();

    /// <summary>The workers that take nothing now.</summary>
    public IEnumerable<string> Unreachable => _workers.Unreachable;

    /// <summary>When sending can be tried again though nothing has come back; null when nothing waits for that.</summary>
    public TimeSpan? NextWake(TimeSpan now) => _line.Count == 0 ? null : _workers.NextWake(now);

    /// <summary>Replaces the known _workers. Requests at a worker that left come back when their call ends.</summary>
    public void UpdateWorkers(IReadOnlyList<WorkerEntry> known) => _workers.Update(known);

    /// <summary>Puts a request at the end of the queue.</summary>
    public QueuedRequest<TBody> Add(TBody body, Demand demand)
    {
        var request = new QueuedRequest<TBody>(body, demand);
        _line.AddLast(request);
        _waitingWeight += request.Weight;
        return request;
    }

    /// <summary>Marks <paramref name="request"/> as no longer awaited. If it is in the queue, it is removed at once.</summary>
    public void Cancel(QueuedRequest<TBody> request)
    {
        request.IsCancelled = true;
        StopWaiting(request);
    }

    /// <summary>
    /// Takes what is sent next: the first request for which a worker has room, and those of its search right after it while there is
    /// room; null if nothing can be sent now.
    /// </summary>
    public Sending<TBody>? TakeNext(TimeSpan now) => _look.Find(now) is var (head, worker) ? Take(head, worker, now) : null;

    /// <summary>Takes a sending back and returns what becomes of each of its requests, in order.</summary>
    /// <param name="sending">One that <see cref="TakeNext"/> returned and that has not come back yet.</param>
    /// <param name="statuses">The worker's answers, one for each request; null where it could not be reached.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="InvalidOperationException">The sending has come back before.</exception>
    public IReadOnlyList<RequestFate> Return(Sending<TBody> sending, IReadOnlyList<WorkStatus?> statuses, TimeSpan now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(statuses.Count, sending.Requests.Count, nameof(statuses));
        if (!_sendings.Remove(sending))
        {
            throw new InvalidOperationException("The sending has come back before.");
        }

        var fates = new RequestFate[statuses.Count];
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = TakeBack(sending, sending.Requests[i], statuses[i]);
        }

        if (statuses.Contains(WorkStatus.Done))
        {
            _workers.Serve(sending.Worker, sending.Class, now - sending.At);
        }

        _workers.Return(sending.Worker, sending.Search, sending.Weight, OutcomeOf(statuses, fates), now);
        PutBack(sending, fates);
        return fates;
    }

    /// <summary>Notes that a worker answered: see <see cref="WorkerLoad.Hear"/>.</summary>
    public void Hear(string worker, int outstanding, bool isDraining, TimeSpan now) => _workers.Hear(worker, outstanding, isDraining, now);

    /// <summary>Notes that a worker gave no sign of life: it gets nothing more until it does, and others get copies of what it has.</summary>
    /// <returns>Requests of which a copy was queued.</returns>
    public int Lose(string worker) => _workers.Lose(worker) ? _copies.OfWorker(worker) : 0;

    /// <summary>Queues again what is so late that another worker may have it sooner; that worker is left alone for a while.</summary>
    /// <returns>Requests that were queued.</returns>
    public int CopyLate(TimeSpan now) => _copies.OfLate(now);

    // A worker is not blamed for requests that are over: those given up may be at fault themselves, and a call whose
    // senders have all given up was cancelled.
    private static SendingOutcome OutcomeOf(IReadOnlyList<WorkStatus?> statuses, RequestFate[] fates) =>
        statuses.Contains(WorkStatus.Busy) && fates.Any(IsUnserved) ? SendingOutcome.Full
        : fates.Any(IsUnserved) ? SendingOutcome.Failed
        : Array.TrueForAll(fates, fate => fate is RequestFate.Dropped) ? SendingOutcome.CalledOff
        : SendingOutcome.Served;

    private static bool IsUnserved(RequestFate fate) => fate is RequestFate.WaitsAgain or RequestFate.IsElsewhere;

    // From the last to the first, which restores their old order.
    private void PutBack(Sending<TBody> sending, RequestFate[] fates)
    {
        for (var i = fates.Length - 1; i >= 0; i--)
        {
            if (fates[i] is RequestFate.WaitsAgain)
            {
                _line.AddFirst(sending.Requests[i]);
                _waitingWeight += sending.Requests[i].Weight;
            }
        }
    }

    private Sending<TBody> Take(QueuedRequest<TBody> head, WorkerLoad worker, TimeSpan now)
    {
        // Only while the worker has rows free if it had some for the first: beyond that, others may have.
        Func<int, TimeSpan, bool> hasRoomFor = worker.HasRowsFor(head.Weight, now) ? worker.HasRowsFor : worker.HasRoomFor;
        List<QueuedRequest<TBody>> requests = [];
        for (var next = head; next is not null;)
        {
            var following = next.Place!.Next?.Value;
            Leave(next);
            worker.Send(next.Weight);
            requests.Add(next);
            next = following is not null && following.Demand.Search == head.Demand.Search && !following.IsAt(worker)
                && hasRoomFor(following.Weight, now)
                    ? following
                    : null;
        }

        var sending = new Sending<TBody>(worker, requests, now, _sent++);
        requests.ForEach(request => request.Leave(sending));
        _sendings.Add(sending);
        _workers.Remember(sending.Search, worker);
        return sending;
    }

    private void Leave(QueuedRequest<TBody> request)
    {
        _line.Take(request);
        if (request.Out.Count == 0)
        {
            _waitingWeight -= request.Weight;
            _inFlightWeight += request.Weight;
        }
    }

    private RequestFate TakeBack(Sending<TBody> sending, QueuedRequest<TBody> request, WorkStatus? status)
    {
        request.ComeBack(sending);
        if (request.IsOver)
        {
            return RequestFate.Dropped;
        }

        request.Failures += status is WorkStatus.Failed ? 1 : 0;
        var fate = _retries.FateOf(status, request.Failures, request.IsCancelled);
        var isElsewhere = request.Out.Count > 0 || request.Place is not null;
        if (isElsewhere && fate is (RequestFate.WaitsAgain or RequestFate.GivenUp))
        {
            fate = RequestFate.IsElsewhere;
        }

        Account(request, fate);
        return fate;
    }

    private void Account(QueuedRequest<TBody> request, RequestFate fate)
    {
        var isEnd = fate is RequestFate.Answered or RequestFate.GivenUp;
        if (isEnd || request.Out.Count == 0)
        {
            _inFlightWeight -= request.Weight;
        }

        if (isEnd)
        {
            request.IsOver = true;
            LeaveLine(request); // A copy that waits was never counted as waiting: the request was in flight.
        }
        else if (request.Place is not null && request.Out.Count == 0)
        {
            _waitingWeight += request.Weight; // The copy that waits is all there is now.
        }
    }

    private void StopWaiting(QueuedRequest<TBody> request)
    {
        if (LeaveLine(request) && request.Out.Count == 0)
        {
            _waitingWeight -= request.Weight;
        }
    }

    private bool LeaveLine(QueuedRequest<TBody> request)
    {
        var waits = request.Place is not null;
        if (waits)
        {
            _line.Remove(request);
        }

        return waits;
    }
}
