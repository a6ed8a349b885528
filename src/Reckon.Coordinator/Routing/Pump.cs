namespace Reckon.Coordinator.Routing;

/// <summary>Runs a turn soon on a thread of the thread pool, once for all calls that arrive before it begins.</summary>
internal sealed class Pump(Action turn, Action<Exception> onError)
{
    private bool _isDue; // An atomic flag.

    /// <summary>Asks for a turn that begins after this call.</summary>
    public void RunSoon()
    {
        if (!Interlocked.Exchange(ref _isDue, true))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static pump => pump.Run(), this, preferLocal: false);
        }
    }

    private void Run()
    {
        Volatile.Write(ref _isDue, false);
        try
        {
            turn();
        }
        catch (Exception cause)
        {
            onError(cause); // Nothing awaits this turn, and an exception here would end the process.
        }
    }
}
