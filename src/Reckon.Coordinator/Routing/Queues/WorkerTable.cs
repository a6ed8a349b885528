namespace Reckon.Coordinator.Routing.Queues;

/// <summary>The workers of one pool, how busy and how healthy each is, and which of them gets the next requests.</summary>
internal sealed class WorkerTable(Backoff backoff, AffinityTable affinity, Random random)
{
    private readonly Dictionary<string, WorkerLoad> _workers = [];
    private readonly Dictionary<string, WorkerLoad> _departed = []; // Workers that left with children in flight.
    private readonly ServiceTimes _times = new(); // Of all workers together.
    private TimeSpan _lastChange = TimeSpan.MinValue; // Nothing changes by itself after that, so no search is needed.

    /// <summary>Whether there is no worker.</summary>
    public bool IsEmpty => _workers.Count == 0;

    /// <summary>The workers that take nothing now.</summary>
    public IEnumerable<string> Unreachable => _workers.Values.Where(worker => !worker.IsReachable).Select(worker => worker.Key);

    /// <summary>Replaces the known workers. One that comes back still counts what has not come back from it.</summary>
    public void Update(IReadOnlyList<WorkerEntry> known)
    {
        foreach (var gone in _workers.Keys.Except(known.Select(worker => worker.Key)).ToList())
        {
            _workers.Remove(gone, out var worker);
            _departed.Add(gone, worker!);
        }

        foreach (var worker in known.Where(worker => !_workers.ContainsKey(worker.Key)))
        {
            _workers.Add(worker.Key, _departed.Remove(worker.Key, out var load) ? load : new WorkerLoad(worker));
            load?.Rejoin();
        }

        ForgetIdleDeparted();
    }

    /// <summary>
    /// The worker for <paramref name="weight"/> children of <paramref name="search"/>, or null when none has room.
    /// </summary>
    /// <param name="search">What holds prefixes somewhere.</param>
    /// <param name="weight">Children.</param>
    /// <param name="now">The time.</param>
    /// <param name="isExcluded">Workers that may not be chosen.</param>
    public WorkerLoad? Pick(string search, int weight, TimeSpan now, Func<WorkerLoad, bool>? isExcluded = null)
    {
        var holders = affinity.HoldersOf(search);
        return isExcluded is null && holders.Latest is { } latest
            && _workers.TryGetValue(latest, out var holder) && holder.HasRowsFor(weight, now)
                ? holder // The most frequent case, found without a look at all workers.
                : WorkerChoice.Pick(
                    isExcluded is null ? _workers.Values : _workers.Values.Where(worker => !isExcluded(worker)), holders, weight, now, random);
    }

    /// <summary>Whether another worker than <paramref name="worker"/> may be sent something some time soon.</summary>
    public bool HasAnother(WorkerLoad worker) => _workers.Values.Any(other => other != worker && other.IsReachable);

    /// <summary>How long work takes at <paramref name="worker"/>, or else at any; null when nobody knows.</summary>
    public TimeSpan? TypicalOf(WorkerLoad worker, WorkClass work) => worker.Times.Of(work) ?? _times.Of(work);

    /// <summary>Notes that <paramref name="worker"/> served work, and how long that took.</summary>
    public void Serve(WorkerLoad worker, WorkClass work, TimeSpan time)
    {
        worker.Serve();
        worker.Times.Note(work, time);
        _times.Note(work, time);
    }

    /// <summary>Notes that <paramref name="worker"/> now holds the prefixes of <paramref name="search"/>.</summary>
    public void Remember(string search, WorkerLoad worker) => affinity.Remember(search, worker.Key);

    /// <summary>Notes what came back from <paramref name="worker"/>.</summary>
    public void Return(WorkerLoad worker, string search, int weight, SendingOutcome outcome, TimeSpan now)
    {
        worker.Return(weight, outcome, backoff, now);
        NoteChange(worker, now);
        ForgetIdleDeparted();
        if (outcome is SendingOutcome.Failed)
        {
            affinity.Forget(search, worker.Key); // A worker that was only full still holds the prefixes, and may have room soon.
        }
    }

    /// <summary>Notes that the worker with <paramref name="key"/> answered: see <see cref="WorkerLoad.Hear"/>.</summary>
    public void Hear(string key, int outstanding, bool isDraining, TimeSpan now)
    {
        if (_workers.TryGetValue(key, out var worker))
        {
            worker.Hear(outstanding, isDraining, now);
            NoteChange(worker, now);
        }
    }

    /// <summary>
    /// Notes that the worker with <paramref name="key"/> gave no sign of life, and returns whether others can take over. Where there are
    /// none it is tried all the same: it may only be slow.
    /// </summary>
    public bool Lose(string key)
    {
        if (!_workers.TryGetValue(key, out var worker) || !HasAnother(worker))
        {
            return false;
        }

        worker.Lose();
        return true;
    }

    /// <summary>Notes that what <paramref name="worker"/> got <paramref name="age"/> ago is late.</summary>
    public void Stall(WorkerLoad worker, TimeSpan age, TimeSpan now)
    {
        worker.Stall(age, backoff.Longest, now);
        NoteChange(worker, now);
    }

    /// <summary>When a worker may get more though nothing has come back; null for never.</summary>
    public TimeSpan? NextWake(TimeSpan now) => now < _lastChange ? _workers.Values.Min(worker => worker.ChangesAt(now)) : null;

    private void NoteChange(WorkerLoad worker, TimeSpan now)
    {
        if (worker.LastChangeAt(now) is { } end && end > _lastChange)
        {
            _lastChange = end;
        }
    }

    private void ForgetIdleDeparted()
    {
        foreach (var (key, worker) in _departed)
        {
            if (worker.InFlight == 0)
            {
                _departed.Remove(key);
            }
        }
    }
}
