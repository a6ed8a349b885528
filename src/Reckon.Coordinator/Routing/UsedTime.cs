namespace Reckon.Coordinator.Routing;

/// <summary>
/// Seconds of devices that sweeps have used through the routers of this silo, until somebody takes them to their coordinator. Safe for any
/// number of threads.
/// </summary>
internal sealed class UsedTime
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, double> _seconds = []; // Guarded by the lock.

    /// <summary>A sweep has used so many more.</summary>
    public void Add(string sweep, double seconds)
    {
        if (seconds > 0)
        {
            lock (_lock)
            {
                _seconds[sweep] = _seconds.GetValueOrDefault(sweep) + seconds;
            }
        }
    }

    /// <summary>What a sweep has used since this was last asked.</summary>
    public double Take(string sweep)
    {
        lock (_lock)
        {
            return _seconds.Remove(sweep, out var seconds) ? seconds : 0;
        }
    }
}
