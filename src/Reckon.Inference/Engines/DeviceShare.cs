namespace Reckon.Inference.Engines;

/// <summary>
/// Decides which of the engines on one device runs next. Each gets a share of the device's time in proportion to its share of the work that
/// waits, as measured, and at least a tenth: an engine whose queue grows gets more, and none is ever without.
/// </summary>
/// <param name="engines">How many there are.</param>
internal sealed class DeviceShare(int engines)
{
    // An engine with little work is still served at once: a tenth of the device is more than it needs.
    private const double LeastShare = 0.1;

    private readonly double[] _had = new double[engines]; // Seconds on the device, divided by the share at that time.
    private double _now; // The value in _had of the engine that ran last, before that run.

    /// <summary>
    /// An engine has work after it had none. It starts level with the others: it gets no credit for the time when it was idle, and owes
    /// nothing for a time when it was alone.
    /// </summary>
    public void CameBack(int engine) => _had[engine] = Math.Max(_had[engine], _now);

    /// <summary>The engine that runs next of those that want to; null when none does.</summary>
    public int? Next(ReadOnlySpan<bool> wants)
    {
        int? next = null;
        for (var engine = 0; engine < wants.Length; engine++)
        {
            if (wants[engine] && (next is not { } best || _had[engine] < _had[best]))
            {
                next = engine;
            }
        }

        return next;
    }

    /// <summary>Records a run.</summary>
    /// <param name="engine">Whose.</param>
    /// <param name="seconds">How long it had the device.</param>
    /// <param name="needs">For each engine the seconds of device time that its present work will take.</param>
    public void Took(int engine, double seconds, ReadOnlySpan<double> needs)
    {
        _now = Math.Max(_now, _had[engine]);
        _had[engine] += seconds / ShareOf(engine, needs);
    }

    private static double ShareOf(int engine, ReadOnlySpan<double> needs)
    {
        var sum = 0.0;
        foreach (var need in needs)
        {
            sum += need;
        }

        return sum > 0 ? Math.Max(LeastShare, needs[engine] / sum) : 1.0 / needs.Length;
    }
}
