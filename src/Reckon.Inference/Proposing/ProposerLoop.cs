using System.Collections.Concurrent;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Continuous batching: take in, start what there is room for, run one decode step over all rows, advance each row. Obeys the
/// policies and decides nothing. Used by the engine's thread alone, but for <paramref name="inbox"/>.
/// </summary>
internal sealed class ProposerLoop(
    ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache, EngineCounters counters, DeviceSeat seat, ConcurrentQueue<ProposeJob> inbox)
{
    private readonly IModel _model = parts.Model;
    private readonly ProposerBatch _batch = new(parts, options, cache, counters, seat);
    private readonly FairQueue<ProposeJob> _waiting = new(job => job.Count);
    private readonly CancellationNotice _cancellations = new();
    private volatile int _rowsInUse;

    public int RowsInUse => _rowsInUse;

    /// <summary>To be told by whoever cancels a request, on any thread.</summary>
    public void NoteCancellation() => _cancellations.Give();

    /// <summary>Runs one step and returns whether there is more to do.</summary>
    public bool Turn()
    {
        var since = counters.Now();
        try
        {
            TakeIn();
            ReleaseCompleted(); // First, so that what was cancelled has made room for who waits.
            Admit();
            ReleaseCompleted();
            _batch.Decode();
        }
        catch (Exception fault) // Nothing that a model does may end the process or leave a caller waiting.
        {
            FailAll(parts.Blame(fault));
        }

        _rowsInUse = _batch.Rows;
        counters.WasBusy(since);
        _batch.Publish();
        return _batch.HasWork || _waiting.Count > 0 || !inbox.IsEmpty;
    }

    /// <summary>Fails all that is here.</summary>
    public void FailAll(Exception fault)
    {
        TakeIn();
        foreach (var job in _waiting.TakeWhere(_ => true))
        {
            job.Fail(fault);
            job.Abandon();
        }

        _batch.FailAll(fault);
    }

    /// <summary>Frees the model, on the thread that used it.</summary>
    public void Close()
    {
        FailAll(new ObjectDisposedException(parts.Card.Name, "The engine was closed before it had answered."));
        _model.Dispose();
    }

    /// <summary>Throws when rows, slots or blocks are not each either free or held by one.</summary>
    public void CheckIntegrity() => _batch.CheckIntegrity();

    private void TakeIn()
    {
        while (inbox.TryDequeue(out var job))
        {
            if (job.IsOver)
            {
                job.Abandon(); // Notice of it may have been taken while it was not yet here.
            }
            else
            {
                _waiting.Add(job.Owner, job.Problem, job);
            }
        }
    }

    private void Admit()
    {
        _batch.BeginStep();
        while (true)
        {
            switch (_batch.ChooseNext(_waiting.Head?.Count ?? 0))
            {
                case Admission.Resume:
                    _batch.Resume();
                    break;
                case Admission.Read:
                    _batch.Read();
                    break;
                case Admission.Open when _waiting.TryTake(out var job):
                    counters.Started(job.Arrived);
                    _batch.Open(job);
                    break;
                default:
                    return;
            }
        }
    }

    private void ReleaseCompleted()
    {
        if (_cancellations.Take())
        {
            foreach (var job in _waiting.TakeWhere(job => job.IsOver))
            {
                job.Abandon();
            }
        }

        _batch.ReleaseCompleted();
    }
}
