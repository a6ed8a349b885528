using System.Collections.Concurrent;
using Xunit;

namespace Reckon.Testing;

/// <summary>Runs what awaits in turns on the calling thread, so that the caller decides when anything happens.</summary>
public sealed class Turns : SynchronizationContext, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _waiting = [];

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _waiting.Add((d, state));

    /// <summary>Does <paramref name="action"/> and all that follows from it, until everything waits.</summary>
    public void Run(Action action) => InTurns(() =>
    {
        action();
        while (_waiting.TryTake(out var next))
        {
            next.Callback(next.State);
        }
    });

    /// <summary>Does what other threads ask for, too, until <paramref name="isOver"/>.</summary>
    public void RunUntil(Func<bool> isOver) => InTurns(() =>
    {
        while (!isOver())
        {
            Assert.True(_waiting.TryTake(out var next, _patience), "Nothing happens any more, and the search still waits.");
            next.Callback(next.State);
        }
    });

    /// <inheritdoc/>
    public void Dispose() => _waiting.Dispose();

    private void InTurns(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
