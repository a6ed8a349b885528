using Microsoft.Extensions.Logging;

namespace Reckon.Worker;

/// <summary>Lets a worker stop without a loss: routers choose it no more, and what it cannot finish they send elsewhere.</summary>
public sealed class WorkerDrain(WorkerDevices devices, TimeProvider time, ILogger<WorkerDrain> logger)
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private long? _since;

    /// <summary>
    /// Takes nothing more from now on, gives back what has not begun, and waits for the rest; what is not finished within
    /// <paramref name="grace"/> is given back unfinished.
    /// </summary>
    /// <param name="grace">Time for what has begun, counted from the first call if there are several; zero or more.</param>
    /// <param name="cancellationToken">Ends the grace early.</param>
    /// <returns>Children that were given back unfinished.</returns>
    public async Task<int> DrainAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        var since = Begin();
        var held = Outstanding;
        Each(device => device.Drain());
        logger.LogInformation("Draining: of {Held} children those that have begun get {Grace} to finish", held, grace);
        using var timer = new PeriodicTimer(_look, time);
        while (Outstanding > 0 && time.GetElapsedTime(since) < grace && await NextAsync(timer, cancellationToken))
        {
            // What has begun goes on.
        }

        var left = Outstanding;
        Each(device => device.CutShort());
        logger.LogInformation("Drained in {Elapsed}; {Left} children were left and are given back", time.GetElapsedTime(since), left);
        return left;
    }

    // Who asks again, as a signal after a request does, gets no further grace.
    private long Begin()
    {
        lock (_lock)
        {
            return _since ??= time.GetTimestamp();
        }
    }

    private int Outstanding => devices.All.Sum(device => device.Outstanding);

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Each(Action<DeviceEngines> action)
    {
        foreach (var device in devices.All)
        {
            action(device);
        }
    }
}
