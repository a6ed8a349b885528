namespace Reckon.Inference;

/// <summary>
/// The one thread that may touch a model. Not of the pool: runs block, native libraries keep state by thread, and a silo's
/// scheduler must not wait for them.
/// </summary>
internal sealed class EngineThread : IDisposable
{
    private readonly Func<bool> _turn;
    private readonly Action _end;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Set by any thread, awaited by the engine's.
    private readonly AutoResetEvent _wake = new(false);
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
    public void Wake() => _wake.Set();

    /// <summary>Ends the thread after its present turn.</summary>
    public Task StopAsync()
    {
        _isStopping = true;
        _wake.Set();
        return _ended.Task;
    }

    /// <summary>Frees the signal, after the thread has ended.</summary>
    public void Dispose() => _wake.Dispose();

    private void Run()
    {
        while (!_isStopping)
        {
            if (!_turn())
            {
                _wake.WaitOne();
            }
        }

        try
        {
            _end();
            _ended.SetResult();
        }
        catch (Exception fault) // Belongs to whoever stops the engine, and must not end the process.
        {
            _ended.SetException(fault);
        }
    }
}
