using Reckon.Inference.Engines;

namespace Reckon.Benchmarks.Scale;

/// <summary>A device that keeps time and computes nothing: jobs take rows for a while, and wait where there are none.</summary>
internal sealed class FleetDevice(FleetClock clock, int rows, int queueLimit)
{
    private readonly Queue<(int Rows, TimeSpan Time, Action Done)> _waiting = new(); // Guarded by itself, with all below.
    private int _inUse;
    private int _queued;
    private long _tokens;

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

    public EngineMetrics Metrics(bool isProposer)
    {
        lock (_waiting)
        {
            return new EngineMetrics(isProposer ? 0 : _tokens, 0, isProposer ? _tokens : 0, 0, 0, 0, 0, 0, 0);
        }
    }

    /// <summary>Runs a job on some rows and calls <paramref name="done"/>; false when the queue is full.</summary>
    public bool TryRun(int wanted, TimeSpan time, int tokens, Action done)
    {
        lock (_waiting)
        {
            if (_queued > 0 && _queued + wanted > queueLimit)
            {
                return false;
            }

            _queued += wanted;
            _waiting.Enqueue((wanted, time, () => Finish(wanted, tokens, done)));
            StartWhatFits();
            return true;
        }
    }

    private void StartWhatFits()
    {
        while (_waiting.TryPeek(out var next) && (_inUse == 0 || _inUse + next.Rows <= rows))
        {
            _waiting.Dequeue();
            _queued -= next.Rows;
            _inUse += next.Rows;
            clock.After(next.Time, next.Done);
        }
    }

    private void Finish(int held, int tokens, Action done)
    {
        lock (_waiting)
        {
            _inUse -= held;
            _tokens += tokens;
            StartWhatFits();
        }

        done();
    }
}
