namespace Reckon.Inference.Tests.Judging;

/// <summary>A clock whose timers fire only when the test says so.</summary>
internal sealed class HeldClock : TimeProvider, IDisposable
{
    private readonly Lock _lock = new(); // Guards the two below.
    private readonly List<Action> _held = [];
    private bool _isOpen;
    private readonly SemaphoreSlim _arrivals = new(0);

    /// <summary>Ends when a timer has been set.</summary>
    public Task ArrivedAsync() => _arrivals.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets all timers go off, those to come at once.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _isOpen = true;
            _held.ForEach(callback => callback());
        }
    }

    public void Dispose() => _arrivals.Dispose();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (_isOpen)
            {
                callback(state);
            }
            else
            {
                _held.Add(() => callback(state));
            }
        }

        _arrivals.Release();
        return new Timer(_ => { });
    }
}
