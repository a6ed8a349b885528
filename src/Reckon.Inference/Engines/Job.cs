using Reckon.Search.Running;

namespace Reckon.Inference.Engines;

/// <summary>A request inside an engine, with its promise. It is over when the promise is kept, broken or cancelled.</summary>
/// <param name="place">The search and the problem that it belongs to.</param>
/// <param name="children">What is asked for: children to be proposed, or continuations to be scored.</param>
/// <param name="limit">Where they wait.</param>
internal abstract class Job<TReply>(Prefix place, int children, AdmissionLimit limit)
{
    // Continuations must not run on the engine's thread.
    private readonly TaskCompletionSource<TReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private int _unstarted = children; // Used by the engine's thread alone.

    /// <summary>The search that it belongs to.</summary>
    public string Owner => place.Owner;

    /// <summary>The problem that it belongs to: an owner's problems take turns.</summary>
    public string Problem => place.Problem.Id;

    /// <summary>Its size among others: children, and at least 1.</summary>
    public int Cost { get; } = Math.Max(1, children);

    public Task<TReply> Reply => _reply.Task;

    public bool IsOver => _reply.Task.IsCompleted;

    /// <summary>When it arrived, in the clock's ticks.</summary>
    public long Arrived { get; set; }

    /// <summary>Is over when <paramref name="cancellationToken"/> is cancelled, and calls <paramref name="cancelled"/> then.</summary>
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

    /// <summary>Nothing of it waits any more. For the engine's thread, when it releases the job.</summary>
    public void Abandon() => StartAll();

    /// <summary>The same, and fails. For the engine's thread, and for a job that no engine has accepted.</summary>
    public void Reject(Exception fault)
    {
        Abandon();
        Fail(fault);
    }
}
