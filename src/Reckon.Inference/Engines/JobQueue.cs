using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Reckon.Inference.Engines;

/// <summary>The requests that an engine has accepted and not begun. They come from any thread, and wait in fair order.</summary>
internal sealed class JobQueue<TJob, TReply>
    where TJob : Job<TReply>
{
    // Used by any thread.
    private readonly ConcurrentQueue<TJob> _inbox = new(); // Bounded by the admission limit.
    private readonly CancellationNotice _cancellations = new();
    private volatile bool _isHandingBack;

    // Used by the engine's thread alone, like every member after HandBack.
    private readonly FairQueue<TJob> _waiting = new(job => job.Cost);

    /// <summary>Whether nothing that waits will be served.</summary>
    public bool IsHandingBack => _isHandingBack;

    public bool IsEmpty => _waiting.Count == 0 && _inbox.IsEmpty;

    /// <summary>The next job of those that were taken in; null when there is none.</summary>
    public TJob? Head => _waiting.Head;

    /// <summary>Adds a job, on any thread.</summary>
    public void Add(TJob job) => _inbox.Enqueue(job);

    /// <summary>To be called when a job is cancelled, on any thread, after it is over.</summary>
    public void NoteCancellation() => _cancellations.Give();

    /// <summary>From the engine's next turn on, fails what waits, on any thread.</summary>
    public void HandBack() => _isHandingBack = true;

    /// <summary>Takes in new jobs, and drops cancelled ones, so that they make room at once.</summary>
    public void TakeIn()
    {
        while (_inbox.TryDequeue(out var job))
        {
            if (job.IsOver)
            {
                job.Abandon(); // The notice of its cancellation may have been taken before it arrived.
            }
            else
            {
                _waiting.Add(job.Owner, job.Problem, job);
            }
        }

        if (_cancellations.Take())
        {
            foreach (var job in _waiting.TakeWhere(job => job.IsOver))
            {
                job.Abandon();
            }
        }

        if (_isHandingBack)
        {
            RejectAll(static () => new HandedBackException());
        }
    }

    /// <summary>Takes the next job out.</summary>
    public bool TryTake([NotNullWhen(true)] out TJob? job) => _waiting.TryTake(out job);

    /// <summary>Fails all jobs.</summary>
    public void FailAll(Exception fault)
    {
        TakeIn();
        RejectAll(() => fault);
    }

    private void RejectAll(Func<Exception> fault)
    {
        foreach (var job in _waiting.TakeWhere(_ => true))
        {
            job.Reject(fault());
        }
    }
}
