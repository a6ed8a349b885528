using System.Runtime.CompilerServices;

namespace Reckon.Api.Streaming;

/// <summary>
/// Something that changes, looked at from time to time for all who watch it while anybody does, whatever their number. It holds one value: a
/// slow watcher misses some, and never the last.
/// </summary>
/// <param name="look">Looks; null where that did not succeed just now.</param>
/// <param name="isSame">Whether two values show the same, apart from the time.</param>
/// <param name="interval">Time between two looks.</param>
/// <param name="longest">After so long a value is told although it is the same: a sign of life.</param>
/// <param name="time">The time.</param>
internal sealed class LiveFeed<T>(Func<Task<T?>> look, Func<T, T, bool> isSame, TimeSpan interval, TimeSpan longest, TimeProvider time)
    where T : class
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = New();
    private T? _latest;
    private long _version;
    private long _told;
    private bool _isAwaited; // By somebody who has just come, and wants to know how it stands.
    private int _watchers;
    private Task _looking = Task.CompletedTask;

    /// <summary>Those who watch.</summary>
    public int Watchers
    {
        get
        {
            lock (_lock)
            {
                return _watchers;
            }
        }
    }

    /// <summary>Whether nothing is looked at, since nobody watches.</summary>
    public bool IsResting
    {
        get
        {
            lock (_lock)
            {
                return _looking.IsCompleted;
            }
        }
    }

    /// <summary>The values from the next look on, until the caller has seen enough.</summary>
    public async IAsyncEnumerable<T> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = Enter();
        try
        {
            while (true)
            {
                (var value, seen) = await NextAsync(seen, cancellationToken);
                yield return value;
            }
        }
        finally
        {
            lock (_lock)
            {
                _watchers--;
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long Enter()
    {
        lock (_lock)
        {
            _watchers++;
            _isAwaited = true;
            _looking = _looking.IsCompleted ? Task.Run(LookAsync, CancellationToken.None) : _looking;
            return _version;
        }
    }

    private async Task<(T Value, long Version)> NextAsync(long seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_version > seen && _latest is { } value)
                {
                    return (value, _version);
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(interval, time);
        while (true)
        {
            if (await look() is { } value)
            {
                Tell(value);
            }

            await timer.WaitForNextTickAsync();
            lock (_lock)
            {
                if (_watchers == 0)
                {
                    _looking = Task.CompletedTask; // Under the lock: whoever comes next starts another look.
                    return;
                }
            }
        }
    }

    private void Tell(T value)
    {
        TaskCompletionSource due;
        lock (_lock)
        {
            if (!_isAwaited && _latest is { } latest && isSame(latest, value) && time.GetElapsedTime(_told) < longest)
            {
                return;
            }

            (due, _changed) = (_changed, New());
            (_latest, _version, _told, _isAwaited) = (value, _version + 1, time.GetTimestamp(), false);
        }

        due.SetResult();
    }
}
