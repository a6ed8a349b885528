namespace Reckon.System.Tests.Silos;

/// <summary>The system's clock, whose timers can be held back: what waits for them hangs.</summary>
internal sealed class StandableClock : TimeProvider, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Action> _held = []; // Guarded by the lock.
    private bool _isStanding; // Guarded by the lock.

    /// <summary>From now on no timer fires.</summary>
    public void Stand()
    {
        lock (_lock)
        {
            _isStanding = true;
        }
    }

    /// <summary>Fires what was held back.</summary>
    public void Go()
    {
        List<Action> held;
        lock (_lock)
        {
            _isStanding = false;
            held = [.. _held];
            _held.Clear();
        }

        held.ForEach(fire => fire());
    }

    /// <summary>As <see cref="Go"/>: an engine that hangs cannot be closed.</summary>
    public void Dispose() => Go();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(_ => FireOrHold(() => callback(state)), null, dueTime, period);

    private void FireOrHold(Action fire)
    {
        lock (_lock)
        {
            if (_isStanding)
            {
                _held.Add(fire);
                return;
            }
        }

        fire();
    }
}
