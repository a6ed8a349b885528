namespace Reckon.Coordinator.Routing;

/// <summary>What one router knows of one worker. Guarded by the router's lock.</summary>
internal sealed class WorkerLoad(string key, int maxOutstanding)
{
    /// <summary>The worker's key.</summary>
    public string Key { get; } = key;

    /// <summary>The most children that may be outstanding there, running and queued.</summary>
    public int MaxOutstanding { get; } = maxOutstanding;

    /// <summary>Children that this router has sent and not got back.</summary>
    public int InFlight { get; set; }

    /// <summary>Whether the worker was full or failing a moment ago.</summary>
    public bool IsResting { get; set; }

    /// <summary>Sendings in a row that failed.</summary>
    public int Failures { get; set; }

    /// <summary>Share of that limit that this router uses.</summary>
    public double Usage => (double)InFlight / MaxOutstanding;

    /// <summary>Whether <paramref name="weight"/> more children may be sent. A request larger than the limit goes to an idle worker.</summary>
    public bool HasRoomFor(int weight) => !IsResting && (InFlight == 0 || InFlight + weight <= MaxOutstanding);
}
