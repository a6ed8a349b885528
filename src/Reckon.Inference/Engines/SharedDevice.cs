namespace Reckon.Inference.Engines;

/// <summary>
/// A device that several engines use in turns: a GPU, or a processor with fewer cores than engines. Engines ask before each run, and wait
/// until it is their turn. Where each engine has a core of its own, turns only cost time, and there is no such device.
/// </summary>
public sealed class SharedDevice
{
    // An engine that has work but does not ask yet, because it may be sampling, is waited for; but no longer than this.
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(2);

    private readonly TimeProvider _clock;

    // Guards everything below.
    private readonly object _gate = new();
    private readonly List<Func<double>> _needs = [];
    private DeviceShare _share = new(0);
    private bool[] _wants = [];
    private bool[] _waits = [];
    private int? _running;
    private long _since;

    /// <param name="clock">Measures the runs.</param>
    public SharedDevice(TimeProvider clock) => _clock = clock;

    /// <summary>Whether engines should run in turns rather than at any time.</summary>
    /// <param name="isProcessor">Whether the device is the processor.</param>
    /// <param name="cores">Cores of the machine.</param>
    /// <param name="threads">Threads of all engines' runs together.</param>
    public static bool IsNeeded(bool isProcessor, int cores, int threads) => !isProcessor || cores < threads;

    /// <summary>Adds an engine, before any runs. Returns its number.</summary>
    /// <param name="need">
    /// Seconds of device time that its present work will take; 0 when it has none. Called by any engine's thread.
    /// </param>
    internal int Join(Func<double> need)
    {
        lock (_gate)
        {
            _needs.Add(need);
            (_share, _wants, _waits) = (new DeviceShare(_needs.Count), new bool[_needs.Count], new bool[_needs.Count]);
            return _needs.Count - 1;
        }
    }

    /// <summary>Waits for the engine's turn.</summary>
    internal void Enter(int engine)
    {
        lock (_gate)
        {
            if (!_wants[engine])
            {
                _share.CameBack(engine);
            }

            (_wants[engine], _waits[engine]) = (true, true);
            while (_running is not null || _share.Next(_wants) != engine)
            {
                if (!Monitor.Wait(_gate, _patience) && _running is null)
                {
                    _waits.CopyTo(_wants, 0); // An engine that does not ask in time is not waited for.
                }
            }

            (_waits[engine], _running, _since) = (false, engine, _clock.GetTimestamp());
        }
    }

    /// <summary>Ends the engine's run. Never throws: a run that has changed its slots must not look like one that failed.</summary>
    internal void Leave(int engine)
    {
        lock (_gate)
        {
            Span<double> needs = stackalloc double[_needs.Count];
            for (var i = 0; i < needs.Length; i++)
            {
                needs[i] = NeedOf(i);
            }

            _share.Took(engine, _clock.GetElapsedTime(_since).TotalSeconds, needs);
            (_running, _wants[engine]) = (null, needs[engine] > 0);
            Monitor.PulseAll(_gate);
        }
    }

    // An engine that cannot say what it needs gets the least share, and delays no other.
    private double NeedOf(int engine)
    {
        try
        {
            return _needs[engine]();
        }
        catch (Exception)
        {
            return 0;
        }
    }
}
