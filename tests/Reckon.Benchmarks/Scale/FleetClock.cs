using System.Diagnostics;

namespace Reckon.Benchmarks.Scale;

/// <summary>Runs what is due, in its order, on one thread for all devices: a fleet costs next to nothing but its messages.</summary>
internal sealed class FleetClock
{
    private readonly PriorityQueue<Action, long> _due = new(); // Guarded by itself.

    public FleetClock() => new Thread(Run) { IsBackground = true, Name = "Fleet" }.Start();

    /// <summary>Has <paramref name="action"/>, which is short, run after <paramref name="delay"/>.</summary>
    public void After(TimeSpan delay, Action action)
    {
        lock (_due)
        {
            _due.Enqueue(action, Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency));
        }
    }

    private void Run()
    {
        while (true)
        {
            Thread.Sleep(1);
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
