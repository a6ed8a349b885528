namespace Reckon.Coordinator.Routing;

/// <summary>
/// What sweeps have used of devices and servers through the routers of this silo, until somebody takes it to their coordinator. Safe for any
/// number of threads.
/// </summary>
internal sealed class UsedBySweep
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DeviceUse> _used = []; // Guarded by the lock.

    /// <summary>A sweep has used so much more.</summary>
    public void Add(string sweep, DeviceUse more)
    {
        if (more != default)
        {
            lock (_lock)
            {
                _used[sweep] = _used.GetValueOrDefault(sweep) + more;
            }
        }
    }

    /// <summary>The same if servers are among it; else null, and it stays.</summary>
    public DeviceUse? TakeBilled(string sweep)
    {
        lock (_lock)
        {
            return _used.TryGetValue(sweep, out var used) && used.Server != default && _used.Remove(sweep) ? used : null;
        }
    }

    /// <summary>What a sweep has used since this was last asked.</summary>
    public DeviceUse Take(string sweep)
    {
        lock (_lock)
        {
            return _used.Remove(sweep, out var used) ? used : default;
        }
    }
}
