using System.Diagnostics;

namespace Reckon.System.Tests.Clusters;

/// <summary>
/// Notes when the store grows beyond what it ever held. A client of the cluster would hide or double a stall by its own waiting; keys that
/// come and go, as those of places of grains, count once.
/// </summary>
internal sealed class StallMeter : IAsyncDisposable
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    private readonly StoreView _store;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly List<long> _growths = []; // Guarded by the lock; timestamps.
    private readonly Task _watching;

    public StallMeter(StoreView store)
    {
        _store = store;
        _watching = WatchAsync();
    }

    /// <summary>Now, as <see cref="Stopwatch"/> has it.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>The longest time without growth that had begun by <paramref name="until"/> and ended after <paramref name="from"/>.</summary>
    public TimeSpan Longest(long from, long until)
    {
        lock (_lock)
        {
            var marks = _growths.Where(growth => growth > from).Prepend(from).Append(Now).ToArray();
            return marks.Zip(marks.Skip(1)).Where(gap => gap.First <= until)
                .Select(gap => Stopwatch.GetElapsedTime(gap.First, gap.Second)).DefaultIfEmpty().Max();
        }
    }

    /// <summary>From <paramref name="from"/> to the first growth after it; null when there was none yet.</summary>
    public TimeSpan? First(long from)
    {
        lock (_lock)
        {
            var first = _growths.FirstOrDefault(growth => growth > from);
            return first == 0 ? null : Stopwatch.GetElapsedTime(from, first);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        var most = 0L;
        using var timer = new PeriodicTimer(_look);
        while (!_end.IsCancellationRequested)
        {
            if (await _store.SizeAsync() is { } size && size > most)
            {
                most = size;
                lock (_lock)
                {
                    _growths.Add(Now);
                }
            }

            await Task.WhenAny(timer.WaitForNextTickAsync(_end.Token).AsTask()); // Its end is no fault.
        }
    }
}
