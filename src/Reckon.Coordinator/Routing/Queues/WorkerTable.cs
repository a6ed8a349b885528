namespace Reckon.Coordinator.Routing.Queues;

/// <summary>The workers of one pool, how busy and how healthy each is, and which of them gets the next requests.</summary>
internal sealed class WorkerTable(Backoff backoff, AffinityTable affinity, Random random)
{
    private readonly Dictionary<string, WorkerLoad> _workers = [];
    private readonly Dictionary<string, WorkerLoad> _departed = []; // Workers that left with children in flight.
    private TimeSpan _lastRestEnds = TimeSpan.MinValue; // No worker rests after that, so no search is needed.

    /// <summary>Whether there is no worker.</summary>
    public bool IsEmpty => _workers.Count == 0;

    /// <summary>Children that were sent and have not come back, those at workers that have left included.</summary>
    public int InFlight => _workers.Values.Concat(_departed.Values).Sum(worker => worker.InFlight);

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
            _workers.Add(
                worker.Key,
                _departed.Remove(worker.Key, out var load) ? load : new WorkerLoad(worker.Key, worker.MaxOutstanding));
        }

        ForgetIdleDeparted();
    }

    /// <summary>The worker for <paramref name="weight"/> children of <paramref name="search"/>, or null when none has room.</summary>
    public WorkerLoad? Pick(string search, int weight, TimeSpan now) =>
        WorkerChoice.Pick(_workers.Values, affinity.HoldersOf(search), weight, now, random);

    /// <summary>Notes that <paramref name="worker"/> now holds the prefixes of <paramref name="search"/>.</summary>
    public void Remember(string search, WorkerLoad worker) => affinity.Remember(search, worker.Key);

    /// <summary>Notes what came back from <paramref name="worker"/>.</summary>
    public void Return(WorkerLoad worker, string search, int weight, SendingOutcome outcome, TimeSpan now)
    {
        worker.Return(weight, outcome, backoff, now);
        _lastRestEnds = worker.RestsUntil(now) is { } end && end > _lastRestEnds ? end : _lastRestEnds;
        ForgetIdleDeparted();
        if (outcome is SendingOutcome.Failed)
        {
            affinity.Forget(search, worker.Key); // A worker that was only full still holds the prefixes, and may have room soon.
        }
    }

    /// <summary>When the next worker's rest ends; null when none rests.</summary>
    public TimeSpan? NextWake(TimeSpan now) => now < _lastRestEnds ? _workers.Values.Min(worker => worker.RestsUntil(now)) : null;

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
