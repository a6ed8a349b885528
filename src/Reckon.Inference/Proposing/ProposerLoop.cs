using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;
using Reckon.Search.Running;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Continuous batching: take in, start what there is room for, run one decode step over all rows, process its output. Each forward
/// returns its output, and processing follows. The policies decide; the loop carries out.
/// </summary>
internal sealed class ProposerLoop : IEngineLoop
{
    private readonly ProposerModel _parts;
    private readonly EngineOptions _options;
    private readonly EngineCounters _counters;
    private readonly JobQueue<ProposeJob, ProposeReply> _queue;
    private readonly CachedPrefixes _prefixes;
    private readonly Prefiller _prefiller;
    private readonly Decoder _decoder;
    private readonly ProposerBatch _batch;
    private readonly RowProcessor _processor;
    private volatile int _rowsInUse;

    /// <param name="parts">Of the model, which belongs to the loop.</param>
    /// <param name="options">Valid ones.</param>
    /// <param name="cache">Of prefixes; each prompt's end has the logits after it.</param>
    /// <param name="counters">Of the engine.</param>
    /// <param name="seat">At the device.</param>
    /// <param name="queue">What waits.</param>
    public ProposerLoop(
        ProposerModel parts,
        EngineOptions options,
        IPrefixCache<float[]> cache,
        EngineCounters counters,
        DeviceSeat seat,
        JobQueue<ProposeJob, ProposeReply> queue)
    {
        (_parts, _options, _counters, _queue) = (parts, options, counters, queue);
        var limit = new MemoryLimit(least: 1, options.MaxRows);
        var logits = new CachedLogits(options.MaxKeptLogits / parts.Model.Limits.Logits);
        _prefixes = new CachedPrefixes(parts.Model, cache, logits, new CandidateSet(parts.Rules.Candidates), counters);
        _prefiller = new Prefiller(parts.Model, _prefixes, prefillSlot: options.MaxRows - 1, counters, seat);
        _decoder = new Decoder(parts.Model, options.MaxRows, limit, counters, seat);
        _batch = new ProposerBatch(parts.Model, options, limit, _prefiller);
        _processor = new RowProcessor(parts, _batch, _prefixes, counters);
    }

    /// <inheritdoc/>
    public int RowsInUse => _rowsInUse;

    /// <summary>Runs one step and returns whether there is more to do.</summary>
    public bool Turn()
    {
        var since = _counters.Now();
        try
        {
            _queue.TakeIn();
            _batch.ReleaseCompleted(); // First, so that cancelled requests make room for waiting ones.
            Admit();
            _batch.ReleaseCompleted();
            _processor.Process(_decoder.Forward(_batch.Rows));
        }
        catch (LostSlotsException lost)
        {
            _batch.FailRows(_parts.Blame(lost.InnerException!)); // It has a cause. Waiting requests and the cache are not affected.
        }
        catch (Exception fault) // Nothing that a model does may end the process or leave a caller waiting.
        {
            FailAll(_parts.Blame(fault));
        }

        _rowsInUse = _batch.Rows.Count;
        _prefixes.UpdateCounters();
        _counters.WasBusy(since);
        _processor.Publish();
        return _batch.HasWork || !_queue.IsEmpty;
    }

    /// <inheritdoc/>
    public void Close()
    {
        FailAll(new ObjectDisposedException(_parts.Card.Name, "The engine was closed before it had answered."));
        _parts.Model.Dispose();
    }

    /// <summary>Throws when rows, slots or blocks are not each either free or held by one.</summary>
    public void CheckIntegrity()
    {
        _batch.CheckIntegrity();
        _prefixes.CheckIntegrity();
    }

    private void Admit()
    {
        _prefiller.BeginStep(AdmissionPolicy.RoomTokens(_options.MaxBatchTokens, _batch.Rows.Count));
        while (true)
        {
            switch (AdmissionPolicy.Choose(_batch.State(_queue.Head?.Count ?? 0)))
            {
                case Admission.Resume:
                    Resume();
                    break;
                case Admission.Prefill:
                    Prefill();
                    break;
                case Admission.Open when _queue.TryTake(out var job):
                    Open(job);
                    break;
                default:
                    return;
            }
        }
    }

    private void Resume()
    {
        if (_batch.Resume() is { } lost)
        {
            _prefiller.Take(lost.Recompute());
            Prefill();
        }
    }

    private void Open(ProposeJob job)
    {
        _counters.Started(job.Arrived);
        if (job.IsOver)
        {
            job.Abandon();
            return;
        }

        _prefiller.Take(new ProposeRow(job));
        Prefill();
    }

    private void Prefill()
    {
        if (!_prefiller.TryForward(_batch.Rows.Count, out var output))
        {
            return;
        }

        if (output.Fault is null)
        {
            _batch.Add(output.Row);
        }

        _processor.Process(output);
    }

    private void FailAll(Exception fault)
    {
        _queue.FailAll(fault);
        _batch.FailAll(fault);
        _prefixes.Clear();
    }
}
