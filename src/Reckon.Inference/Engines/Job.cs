namespace Reckon.Inference.Engines;

/// <summary>A request inside an engine, with its promise. It is over when the promise is kept, broken or cancelled.</summary>
internal abstract class Job<TReply>(AdmissionLimit limit, int children)
{
    // Continuations must not run on the engine's thread.
    private readonly TaskCompletionSource<TReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private int _unstarted = children; // Used by the engine's thread alone.

    public Task<TReply> Reply => _reply.Task;

    public bool IsOver => _reply.Task.IsCompleted;

    /// <summary>When it came, in the clock's ticks.</summary>
    public long Arrived { get; init; }

    /// <summary>Is over when <paramref name="cancellationToken"/> says so, and then tells with <paramref name="cancelled"/>.</summary>
    public void CancelWith(Action cancelled, CancellationToken cancellationToken) =>
        _registration = cancellationToken.UnsafeRegister(
            _ =>
            {
                _reply.TrySetCanceled(cancellationToken);
                cancelled();
            },
            null);

    /// <summary>Starts what has not started.</summary>
    public void StartAll()
    {
        limit.Release(_unstarted);
        _unstarted = 0;
    }

    public void StartOne()
    {
        _unstarted--;
        limit.Release(1);
    }

    public void Succeed(TReply reply)
    {
        _registration.Dispose();
        _reply.TrySetResult(reply);
    }

    public void Fail(Exception fault)
    {
        _registration.Dispose();
        _reply.TrySetException(fault);
    }

    /// <summary>Gives back what waits. Called once by the engine's thread when it lets the job go.</summary>
    public void Abandon() => StartAll(); // Nothing of it waits any more, either way.
}
