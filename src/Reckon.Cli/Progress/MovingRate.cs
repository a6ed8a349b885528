namespace Reckon.Cli.Progress;

/// <summary>How fast a count grows, over a recent window: a sweep's speed changes as workers come and go.</summary>
internal sealed class MovingRate(TimeSpan window)
{
    private readonly Queue<(TimeSpan At, long Count)> _samples = [];

    private (TimeSpan At, long Count) _last;

    /// <summary>Growth per second; null until there are two samples.</summary>
    public double? PerSecond => _samples.TryPeek(out var first) && _last.At > first.At
        ? (_last.Count - first.Count) / (_last.At - first.At).TotalSeconds
        : null;

    /// <summary>Records the <paramref name="count"/> at <paramref name="at"/>, which never goes back.</summary>
    public void Add(TimeSpan at, long count)
    {
        _last = (at, count);
        _samples.Enqueue(_last);

        // One sample at or before the window's start stays, so that the whole window is covered.
        while (_samples.Count > 2 && _samples.ElementAt(1).At <= at - window)
        {
            _samples.Dequeue();
        }
    }
}
