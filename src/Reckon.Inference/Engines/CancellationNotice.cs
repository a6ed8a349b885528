namespace Reckon.Inference.Engines;

/// <summary>
/// Says whether a request was cancelled since somebody looked, so that an engine need not look through all that wait before each step.
/// Told by any thread, after the request is over; asked by the engine's thread.
/// </summary>
internal sealed class CancellationNotice
{
    private int _isGiven;

    /// <summary>Tells that a request is over that may still wait.</summary>
    public void Give() => Volatile.Write(ref _isGiven, 1);

    /// <summary>Whether one was, since this was asked.</summary>
    public bool Take() =>
        Volatile.Read(ref _isGiven) != 0 && Interlocked.Exchange(ref _isGiven, 0) != 0; // Exchanged before requests are looked at: none that comes meanwhile is missed.
}
