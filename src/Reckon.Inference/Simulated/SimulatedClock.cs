using System.Diagnostics;

namespace Reckon.Inference.Simulated;

/// <summary>
/// Runs what is due, in its order, on one thread for all simulated devices of a process: they cost next to nothing but their messages.
/// </summary>
public sealed class SimulatedClock : IDisposable
{
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1); // Far below what anything takes on a device.

    private readonly PriorityQueue<Action, long> _due = new(); // Guarded by itself.
    private readonly ManualResetEventSlim _end = new();

    /// <summary>A clock that runs.</summary>
    public SimulatedClock() => new Thread(Run) { IsBackground = true, Name = "Simulated devices" }.Start();

    /// <summary>Has <paramref name="action"/>, which is short, run after <paramref name="delay"/>.</summary>
    public void After(TimeSpan delay, Action action)
    {
        lock (_due)
        {
            _due.Enqueue(action, Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency));
        }
    }

    /// <summary>Runs nothing more.</summary>
    public void Dispose() => _end.Set(); // Its thread may still wait on it; it holds nothing else.

    private void Run()
    {
        while (!_end.Wait(_tick))
        {
            while (TryTake(out var action))
            {
                action();
            }
        }
    }

    private bool TryTake(out Action action)
    {
        lock (_due)
        {
            var isDue = _due.TryPeek(out var next, out var at) && at <= Stopwatch.GetTimestamp();
            action = next ?? (static () => { });
            return isDue && _due.TryDequeue(out _, out _);
        }
    }
}
