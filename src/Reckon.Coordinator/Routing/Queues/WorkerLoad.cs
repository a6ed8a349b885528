namespace Reckon.Coordinator.Routing.Queues;

/// <summary>What one router knows of one worker. Times count from the router's start.</summary>
internal sealed class WorkerLoad(WorkerEntry entry)
{
    // A verifier runs one child at a time and soon has the next: a few more than its rows are no queue worth a detour.
    private const int LeastEager = 8;

    private readonly RestAlarms _alarms = new();
    private TimeSpan _stalledUntil = TimeSpan.MinValue;
    private int _stalls; // In a row.
    private ForeignLoad _foreign;

    /// <summary>The worker's key.</summary>
    public string Key => entry.Key;

    /// <summary>The most children that may be outstanding there, running and queued.</summary>
    public int Room => entry.Room;

    /// <summary>Children that this router has sent and that have not come back.</summary>
    public int InFlight { get; private set; }

    /// <summary>Sendings in a row that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether the worker has asked for nothing more.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>Whether the worker, when it was last asked for a sign of life, gave none.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>How long work took there lately.</summary>
    public ServiceTimes Times { get; } = new();

    /// <summary>Whether it may be sent something some time soon.</summary>
    public bool IsReachable => !IsSilent && !IsDraining;

    private int LargestShare => Math.Max(entry.Rows, Room - entry.Rows);

    private int Eager => Math.Min(Math.Max(entry.Rows, LeastEager), Room);

    /// <summary>Share of its rows that is in use, as far as is known: above 1 where children queue.</summary>
    public double Usage(TimeSpan now) => (double)Outstanding(now) / entry.Rows;

    /// <summary>When the worker's rest ends; null when it is not resting.</summary>
    public TimeSpan? RestsUntil(TimeSpan now)
    {
        var until = _alarms.Until > _stalledUntil ? _alarms.Until : _stalledUntil;
        return now < until ? until : null;
    }

    /// <summary>When it may get more though nothing has come back: its rest is over, or a figure of others is too old; null for never.</summary>
    public TimeSpan? ChangesAt(TimeSpan now) => Ends(now).Min();

    /// <summary>The last such time; null for none.</summary>
    public TimeSpan? LastChangeAt(TimeSpan now) => Ends(now).Max();

    /// <summary>Whether <paramref name="weight"/> more children would run at once, or nearly.</summary>
    public bool HasRowsFor(int weight, TimeSpan now) => MayBeSent(now) && (Outstanding(now) == 0 || Outstanding(now) + weight <= Eager);

    /// <summary>
    /// Whether <paramref name="weight"/> more children may be sent, to run or to queue. One large request counts as one batch: it finds
    /// the worker's queue empty then, and is accepted.
    /// </summary>
    public bool HasRoomFor(int weight, TimeSpan now) =>
        MayBeSent(now) && (Outstanding(now) == 0 || Outstanding(now) + Math.Min(weight, LargestShare) <= Room);

    /// <summary>Notes that <paramref name="weight"/> children are sent.</summary>
    public void Send(int weight) => InFlight += weight;

    /// <summary>Notes that <paramref name="weight"/> children are back, and what that says about the worker.</summary>
    public void Return(int weight, SendingOutcome outcome, Backoff backoff, TimeSpan now)
    {
        InFlight -= weight;
        if (outcome is SendingOutcome.CalledOff)
        {
            return;
        }

        Failures = outcome is SendingOutcome.Failed ? Failures + 1 : 0;
        if (outcome is not SendingOutcome.Served)
        {
            _alarms.Rest(now, now + backoff.After(Failures));
        }
    }

    /// <summary>Notes that it answered: a call, or the question whether it is there.</summary>
    /// <param name="outstanding">Children there now, of all routers.</param>
    /// <param name="isDraining">Whether it asks for nothing more.</param>
    /// <param name="now">The time.</param>
    public void Hear(int outstanding, bool isDraining, TimeSpan now)
    {
        (IsSilent, IsDraining) = (false, isDraining);
        _foreign = new ForeignLoad(Math.Max(0, outstanding - InFlight), now);
    }

    /// <summary>Notes that it served something: its device is well.</summary>
    public void Serve() => (_stalls, _stalledUntil) = (0, TimeSpan.MinValue);

    /// <summary>Notes that it gave no sign of life.</summary>
    public void Lose() => IsSilent = true;

    /// <summary>Notes that it is back in the cluster: what was known of it before no longer holds.</summary>
    public void Rejoin() => IsSilent = false;

    /// <summary>Notes that work which was sent <paramref name="age"/> ago is late: it is left alone as long, and longer each time.</summary>
    public void Stall(TimeSpan age, TimeSpan longest, TimeSpan now)
    {
        if (now < _stalledUntil)
        {
            return; // Several that are late together are one stall.
        }

        var rest = age * Math.Pow(2, Math.Min(_stalls++, 16));
        _stalledUntil = now + (rest < longest ? rest : longest);
    }

    private TimeSpan?[] Ends(TimeSpan now) => [RestsUntil(now), _foreign.EndsAt(now)];

    private int Outstanding(TimeSpan now) => InFlight + _foreign.At(now);

    private bool MayBeSent(TimeSpan now) => IsReachable && RestsUntil(now) is null;
}
