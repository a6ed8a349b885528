namespace Reckon.Inference.Engines;

/// <summary>
/// The one thread that may use a model. It is not of the pool: runs block, native libraries have state for each thread, and a silo's
/// scheduler must not wait for them.
/// </summary>
internal sealed class EngineThread
{
    private readonly Func<bool> _turn;
    private readonly Action _end;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Guards the flag below, which any thread sets and the engine's thread waits for.
    private readonly object _gate = new();
    private bool _isAwake;
    private volatile bool _isStopping;

    /// <param name="name">Of the thread, for debuggers.</param>
    /// <param name="turn">Does a piece of work and returns whether there is more. Must not throw.</param>
    /// <param name="end">Runs once, last, on the same thread.</param>
    public EngineThread(string name, Func<bool> turn, Action end)
    {
        (_turn, _end) = (turn, end);
        new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    public bool IsStopping => _isStopping;

    /// <summary>Says that there is work.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _isAwake = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Ends the thread after its present turn.</summary>
    public Task StopAsync()
    {
        _isStopping = true;
        Wake();
        return _ended.Task;
    }

    private void Run()
    {
        while (!_isStopping)
        {
            if (!_turn())
            {
                Sleep();
            }
        }

        try
        {
            _end();
            _ended.SetResult();
        }
        catch (Exception fault) // For the caller of StopAsync; it must not end the process.
        {
            _ended.SetException(fault);
        }
    }

    private void Sleep()
    {
        lock (_gate)
        {
            while (!_isAwake)
            {
                Monitor.Wait(_gate);
            }

            _isAwake = false;
        }
    }
}
