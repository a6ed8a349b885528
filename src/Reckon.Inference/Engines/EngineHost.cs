namespace Reckon.Inference.Engines;

/// <summary>What every engine has around its loop: a bounded queue, a thread, figures. Safe for any number of threads.</summary>
internal sealed class EngineHost<TJob, TReply> : IAsyncDisposable
    where TJob : Job<TReply>
{
    private readonly ModelCard _card;
    private readonly int _rows;
    private readonly EngineCounters _counters;
    private readonly AdmissionLimit _limit;
    private readonly JobQueue<TJob, TReply> _queue = new();
    private readonly IEngineLoop _loop;
    private readonly EngineThread _thread;
    private readonly EngineInstruments _instruments;
    private readonly Action _cancelled; // One for all requests.

    /// <summary>Starts the thread.</summary>
    /// <param name="card">Of the model.</param>
    /// <param name="options">Valid ones.</param>
    /// <param name="rows">Rows that the engine runs at once.</param>
    /// <param name="makeLoop">Makes what the thread runs.</param>
    public EngineHost(
        ModelCard card, EngineOptions options, int rows, Func<JobQueue<TJob, TReply>, EngineCounters, DeviceSeat, IEngineLoop> makeLoop)
    {
        (_card, _rows) = (card, rows);
        _counters = new EngineCounters(options.Clock);
        _limit = new AdmissionLimit(options.MaxQueuedChildren);
        var seat = new DeviceSeat(options.Device, () => _counters.SecondsFor(Load.Queued + Load.RowsInUse));
        _loop = makeLoop(_queue, _counters, seat);
        _thread = new EngineThread($"{card.Role} {card.Name}", _loop.Turn, _loop.Close);
        _cancelled = () =>
        {
            _queue.NoteCancellation();
            _thread.Wake();
        };
        _instruments = new EngineInstruments(card, () => Metrics, () => Load);
    }

    public EngineLoad Load => new(_rows, _loop.RowsInUse, _limit.Waiting, _limit.MaxWaiting);

    public EngineMetrics Metrics => _counters.Snapshot();

    /// <exception cref="ObjectDisposedException"><paramref name="engine"/>, whose host this is, was closed.</exception>
    public void ThrowIfClosed(object engine) => ObjectDisposedException.ThrowIf(_thread.IsStopping, engine);

    /// <summary>Whether there is room for a request of <paramref name="children"/>; if so, it is taken.</summary>
    public bool TryAdmit(int children) => !_queue.IsHandingBack && _limit.TryAdmit(children);

    /// <summary>Makes a job of a request that was admitted. If that throws, the request gives its place back.</summary>
    public TJob Make(int children, Func<AdmissionLimit, TJob> make)
    {
        try
        {
            var job = make(_limit);
            job.Arrived = _counters.Now();
            return job;
        }
        catch
        {
            _limit.Release(children);
            throw;
        }
    }

    /// <summary>Hands a job to the thread.</summary>
    public void Accept(TJob job, CancellationToken cancellationToken)
    {
        job.CancelWith(_cancelled, cancellationToken);
        _queue.Add(job);
        _thread.Wake();
        if (_thread.IsStopping)
        {
            job.Fail(new ObjectDisposedException(_card.Name)); // It may have come too late to be found by the closing thread.
        }
    }

    /// <summary>Gives back what has not begun, and admits nothing more.</summary>
    public void HandBack()
    {
        _queue.HandBack();
        _thread.Wake();
    }

    /// <summary>Stops the thread after its present turn, fails what is unanswered, and frees the model.</summary>
    public async ValueTask DisposeAsync()
    {
        _instruments.Dispose();
        await _thread.StopAsync();
    }
}
