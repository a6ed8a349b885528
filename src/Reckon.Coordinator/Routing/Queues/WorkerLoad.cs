namespace Reckon.Coordinator.Routing.Queues;

/// <summary>What one router knows of one worker. Times count from the router's start.</summary>
internal sealed class WorkerLoad(string key, int maxOutstanding)
{
    private TimeSpan _restsUntil = TimeSpan.MinValue;

    /// <summary>The worker's key.</summary>
    public string Key { get; } = key;

    /// <summary>The most children that may be outstanding there, running and queued.</summary>
    public int MaxOutstanding { get; } = maxOutstanding;

    /// <summary>Children that this router has sent and not got back.</summary>
    public int InFlight { get; private set; }

    /// <summary>Sendings in a row that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Share of <see cref="MaxOutstanding"/> that this router uses.</summary>
    public double Usage => (double)InFlight / MaxOutstanding;

    /// <summary>When the worker's rest ends; null when it does not rest.</summary>
    public TimeSpan? RestsUntil(TimeSpan now) => now < _restsUntil ? _restsUntil : null;

    /// <summary>Whether <paramref name="weight"/> more children may be sent. More than the limit go to an idle worker only.</summary>
    public bool HasRoomFor(int weight, TimeSpan now) =>
        RestsUntil(now) is null && (InFlight == 0 || InFlight + weight <= MaxOutstanding);

    /// <summary>Notes that <paramref name="weight"/> children are sent.</summary>
    public void Send(int weight) => InFlight += weight;

    /// <summary>Notes that <paramref name="weight"/> children are back, and what that tells about the worker.</summary>
    public void Return(int weight, SendingOutcome outcome, Backoff backoff, TimeSpan now)
    {
        InFlight -= weight;
        var rests = RestsUntil(now) is not null;
        if (outcome is SendingOutcome.Failed && rests)
        {
            return; // It was sent before the rest began and tells nothing new: many calls fail together when a worker is lost.
        }

        Failures = outcome is SendingOutcome.Failed ? Failures + 1 : 0;
        if (outcome is not SendingOutcome.Served && !rests)
        {
            _restsUntil = now + backoff.After(Failures);
        }
    }
}
