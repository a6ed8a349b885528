using Reckon.Inference.Engines;

namespace Reckon.Inference.Simulated;

/// <summary>The rows of a device that keeps time and computes nothing: jobs take rows for a while, and wait where there are none.</summary>
internal sealed class TimedRows(SimulatedClock clock, int rows, int queueLimit)
{
    private readonly Queue<(int Rows, Action Start, Action HandBack)> _waiting = new(); // Guarded by itself, with all below.
    private int _inUse;
    private int _queued;
    private long _tokens;
    private double _busyRowSeconds;
    private bool _isHandedBack;

    /// <summary>How busy they are.</summary>
    public EngineLoad Load
    {
        get
        {
            lock (_waiting)
            {
                return new EngineLoad(rows, _inUse, _queued, queueLimit);
            }
        }
    }

    /// <summary>Tokens of all jobs that are done.</summary>
    public long Tokens
    {
        get
        {
            lock (_waiting)
            {
                return _tokens;
            }
        }
    }

    /// <summary>Time for which all rows would have run to do what is done.</summary>
    public double BusySeconds
    {
        get
        {
            lock (_waiting)
            {
                return _busyRowSeconds / rows;
            }
        }
    }

    /// <summary>Runs a job; false when the queue is full.</summary>
    /// <param name="wanted">Rows that it takes.</param>
    /// <param name="time">How long.</param>
    /// <param name="tokens">Tokens that it makes.</param>
    /// <param name="done">Called at its end.</param>
    /// <param name="handBack">Called instead where it is given back before it has begun.</param>
    public bool TryRun(int wanted, TimeSpan time, int tokens, Action done, Action handBack)
    {
        lock (_waiting)
        {
            if (_isHandedBack || (_queued > 0 && _queued + wanted > queueLimit))
            {
                return false;
            }

            _queued += wanted;
            _waiting.Enqueue((wanted, () => clock.After(time, () => Finish(wanted, time, tokens, done)), handBack));
            StartWhatFits();
            return true;
        }
    }

    /// <summary>Gives back what has not begun, and takes nothing more.</summary>
    public void HandBack()
    {
        List<Action> left;
        lock (_waiting)
        {
            left = [.. _waiting.Select(job => job.HandBack)];
            _waiting.Clear();
            (_queued, _isHandedBack) = (0, true);
        }

        left.ForEach(handBack => handBack());
    }

    private void StartWhatFits()
    {
        while (_waiting.TryPeek(out var next) && (_inUse == 0 || _inUse + next.Rows <= rows))
        {
            _waiting.Dequeue();
            _queued -= next.Rows;
            _inUse += next.Rows;
            next.Start();
        }
    }

    private void Finish(int held, TimeSpan time, int tokens, Action done)
    {
        lock (_waiting)
        {
            _inUse -= held;
            _tokens += tokens;
            _busyRowSeconds += held * time.TotalSeconds;
            StartWhatFits();
        }

        done();
    }
}
