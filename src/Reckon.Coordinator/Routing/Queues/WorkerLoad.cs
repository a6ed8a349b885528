namespace Reckon.Coordinator.Routing.Queues;

/// <summary>What one router knows of one worker. Times count from the router's start.</summary>
internal sealed class WorkerLoad(string key, int maxOutstanding)
{
    private readonly List<TimeSpan> _alarms = []; // Future ones, in no order.
    private TimeSpan _restsUntil = TimeSpan.MinValue;

    /// <summary>The worker's key.</summary>
    public string Key { get; } = key;

    /// <summary>The most children that may be outstanding there, running and queued.</summary>
    public int MaxOutstanding { get; } = maxOutstanding;

    /// <summary>Children that this router has sent and that have not come back.</summary>
    public int InFlight { get; private set; }

    /// <summary>Sendings in a row that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Share of <see cref="MaxOutstanding"/> that this router uses.</summary>
    public double Usage => (double)InFlight / MaxOutstanding;

    /// <summary>When the worker's rest ends; null when it is not resting.</summary>
    public TimeSpan? RestsUntil(TimeSpan now) => now < _restsUntil ? _restsUntil : null;

    /// <summary>Whether <paramref name="weight"/> more children may be sent. Only an idle worker may get more than the limit.</summary>
    public bool HasRoomFor(int weight, TimeSpan now) =>
        RestsUntil(now) is null && (InFlight == 0 || InFlight + weight <= MaxOutstanding);

    /// <summary>Notes that <paramref name="weight"/> children are sent.</summary>
    public void Send(int weight) => InFlight += weight;

    /// <summary>Notes that <paramref name="weight"/> children are back, and what that says about the worker.</summary>
    public void Return(int weight, SendingOutcome outcome, Backoff backoff, TimeSpan now)
    {
        InFlight -= weight;
        Failures = outcome is SendingOutcome.Failed ? Failures + 1 : 0;
        if (outcome is not SendingOutcome.Served)
        {
            Rest(now, now + backoff.After(Failures));
        }
    }

    // Each failure sets an alarm, and the next alarm ends the rest. So calls that fail together, as when a worker is lost, do
    // not add up to one long rest: the worker is tried at the times at which calls that fail one after the other would try it.
    private void Rest(TimeSpan now, TimeSpan alarm)
    {
        _alarms.RemoveAll(set => set <= now);
        _alarms.Add(alarm);
        _restsUntil = _alarms.Min();
    }
}
