using System.Collections.Concurrent;

namespace Reckon.Inference;

/// <summary>
/// Continuous batching: take in, admit, run one decode step over all rows, advance each row. Used by the engine's thread
/// alone, but for <paramref name="inbox"/>.
/// </summary>
internal sealed class ProposerLoop(
    ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache, EngineCounters counters, ConcurrentQueue<ProposeJob> inbox)
{
    private readonly IModel _model = parts.Model;
    private readonly ProposerBatch _batch = new(parts, options, cache, counters);
    private readonly LinkedList<ProposeJob> _waiting = []; // In order of arrival.
    private volatile int _rowsInUse;

    public int RowsInUse => _rowsInUse;

    /// <summary>Runs one step and returns whether there is more to do.</summary>
    public bool Turn()
    {
        var since = counters.Now();
        try
        {
            TakeIn();
            Admit();
            LetGoOfWhatIsOver();
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
        foreach (var job in _waiting)
        {
            job.Fail(fault);
            job.Abandon();
        }

        _waiting.Clear();
        _batch.FailAll(fault);
    }

    /// <summary>Frees the model, on the thread that used it.</summary>
    public void Close()
    {
        FailAll(new ObjectDisposedException(parts.Card.Name, "The engine was closed before it had answered."));
        _model.Dispose();
    }

    private void TakeIn()
    {
        while (inbox.TryDequeue(out var job))
        {
            _waiting.AddLast(job);
        }
    }

    private void Admit()
    {
        while (true)
        {
            switch (_batch.ChooseNext(_waiting.First?.Value.Count ?? 0))
            {
                case Admission.Fork:
                    _batch.Fork();
                    break;
                case Admission.Open:
                    var job = _waiting.First!.Value; // Chosen only when something waits.
                    _waiting.RemoveFirst();
                    _batch.Open(job);
                    break;
                default:
                    return;
            }
        }
    }

    private void LetGoOfWhatIsOver()
    {
        for (var node = _waiting.First; node is not null;)
        {
            var (job, next) = (node.Value, node.Next);
            if (job.IsOver)
            {
                job.Abandon();
                _waiting.Remove(node);
            }

            node = next;
        }

        _batch.LetGoOfWhatIsOver();
    }
}
