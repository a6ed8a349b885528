namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// Decides which workers are asked for a sign of life, and what its absence means. Holds no clock: times count from any start.
/// </summary>
/// <param name="interval">Between two rounds of questions.</param>
/// <param name="patience">How long a worker may take to answer.</param>
internal sealed class PulseBook(TimeSpan interval, TimeSpan patience)
{
    private readonly HashSet<string> _asked = []; // And not yet answered.
    private readonly HashSet<string> _lost = [];
    private TimeSpan? _lastRound;

    /// <summary>Begins a round and returns whether this process has run since the last as it should: one that stood still learns nothing.</summary>
    public bool Begin(TimeSpan now)
    {
        var isOnTime = _lastRound is not { } last || now - last <= (2 * interval) + patience;
        _lastRound = now;
        return isOnTime;
    }

    /// <summary>
    /// Takes the workers that are to be asked now: those that hold something, and those that were lost, so that they are found again.
    /// One question at a time.
    /// </summary>
    /// <param name="busy">The workers that hold something.</param>
    /// <param name="known">Those that are members of the cluster: of the others the membership tells.</param>
    public IReadOnlyList<string> TakeDue(IEnumerable<string> busy, IReadOnlySet<string> known)
    {
        _lost.IntersectWith(known);
        var due = busy.Union(_lost).Where(worker => known.Contains(worker) && !_asked.Contains(worker)).ToList();
        _asked.UnionWith(due);
        return due;
    }

    /// <summary>Takes the end of a question.</summary>
    /// <param name="worker">Who was asked.</param>
    /// <param name="isAnswered">Whether it answered in time.</param>
    /// <param name="elapsed">How long that took.</param>
    public PulseVerdict End(string worker, bool isAnswered, TimeSpan elapsed)
    {
        _asked.Remove(worker);
        if (isAnswered)
        {
            _lost.Remove(worker);
            return PulseVerdict.Heard;
        }

        // A wait that ended much later than it should: the answer may lie unread in this process.
        if (elapsed > patience + (2 * interval))
        {
            return PulseVerdict.Unknown;
        }

        return _lost.Add(worker) ? PulseVerdict.Lost : PulseVerdict.StillLost;
    }
}
