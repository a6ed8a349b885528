namespace Reckon.Inference.Engines;

/// <summary>
/// Says whether a request was cancelled since the last check, so that an engine need not search its queue before each step.
/// Set by any thread, after the request is over; read by the engine's thread.
/// </summary>
internal sealed class CancellationNotice
{
    private int _isGiven;

    /// <summary>Notes that a request that may still wait is over.</summary>
    public void Give() => Volatile.Write(ref _isGiven, 1);

    /// <summary>Whether one is, since this was asked last.</summary>
    public bool Take() =>
        Volatile.Read(ref _isGiven) != 0
        && Interlocked.Exchange(ref _isGiven, 0) != 0; // Before the queue is searched, so that no request is missed.
}
