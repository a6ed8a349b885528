using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Prompts;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;
using Reckon.Search;

namespace Reckon.Inference.Proposing;

/// <summary>
/// The rows of a model and what each is doing. All children of a request begin in one row, and share it until they draw different tokens.
/// Rows 0 to n − 1 run; the slots behind them hold rows that wait, and the last row holds a prompt that is being read in pieces. Used by
/// the engine's thread alone.
/// </summary>
internal sealed class ProposerBatch(
    ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache, EngineCounters counters, DeviceSeat seat)
{
    private const int ReservedShare = 4; // Of the rows, for children that part.

    private readonly IModel _model = parts.Model;
    private readonly RowTable<ProposeRow> _rows = new(options.MaxRows);
    private readonly ParkedRows _parked = new(options.MaxRows, options.MaxParkedRows);
    private readonly PromptReader _reader = new(parts.Model, PrefixesOf(parts, options, cache, counters), counters, seat);
    private readonly RowSampler _sampler = new(parts, counters);
    private readonly DecodeStep _step = new(parts, options.MaxRows, counters, seat);
    private readonly List<ProposeJob> _done = [];
    private readonly List<SampledBranch> _branches = []; // Of the last draw.
    private int _roomTokens;
    private int _replayed;

    public int Rows => _rows.Count;

    public bool HasWork => _rows.Count > 0 || _parked.Count > 0 || _reader.Row is not null;

    private CachedPrefixes Prefixes => _reader.Prefixes;

    // Where a prompt is read that takes more than a step: no row that runs comes so far, for it counts as one itself.
    private int PrefillSlot => _rows.Capacity - 1;

    // Who has no slot may have to read the prompt again.
    private bool CanResume => _parked.NextIsHeld || (_parked.Count > 0 && _reader.Row is null && _roomTokens >= PromptPieces.Least);

    private int FreeRows => _step.MaxRows - _rows.Count - (_reader.Row is null ? 0 : 1);

    /// <summary>Begins a step: its rows take their tokens, and prompts have what is left.</summary>
    public void BeginStep() => _roomTokens = AdmissionPolicy.RoomTokens(options.MaxBatchTokens, _rows.Count);

    /// <summary>What to do next, when <paramref name="waitingChildren"/> are asked for by the request whose turn it is.</summary>
    public Admission ChooseNext(int waitingChildren) => AdmissionPolicy.Choose(new StepState(
        FreeRows, _step.MaxRows / ReservedShare, CanResume, _reader.UnreadTokens, waitingChildren, _roomTokens));

    /// <summary>Begins to read a job's prompt, for its first row. The prefix is read by the steps to come.</summary>
    public void Open(ProposeJob job)
    {
        if (job.IsOver)
        {
            job.Abandon();
            return;
        }

        Begin(new ProposeRow(job));
    }

    /// <summary>Goes on with the row that has waited longest.</summary>
    public void Resume()
    {
        if (!_parked.TryTake(out var row, out var held))
        {
            return;
        }

        if (held is not { } slot)
        {
            Begin(row.Recompute());
            return;
        }

        try
        {
            Unpark(slot, _rows.Add(row));
        }
        catch (Exception fault)
        {
            FailRows(parts.Blame(fault)); // As for any other copy.
        }
    }

    /// <summary>Reads a piece of the prompt that has been begun. After the last its row runs.</summary>
    public void Read()
    {
        try
        {
            if (!_reader.TryRead(ref _roomTokens, out var logits))
            {
                _reader.MoveTo(PrefillSlot);
                return;
            }

            _reader.MoveTo(_rows.Count);
            Start(_reader.Take(), logits);
        }
        catch (Exception fault)
        {
            FailReading(parts.Blame(fault));
        }
    }

    /// <summary>Runs one token through the rows.</summary>
    public void Decode()
    {
        _step.Run(_rows, TryAdvance);
        counters.Generated(_sampler.TakeSampled(), _replayed);
        Prefixes.Count();
        _replayed = 0;
    }

    /// <summary>Replies to the requests that are done. Last in a turn, so that who is answered finds himself counted.</summary>
    public void Publish()
    {
        foreach (var job in _done)
        {
            job.Publish();
        }

        _done.Clear();
    }

    public void ReleaseCompleted()
    {
        for (var slot = _rows.Count - 1; slot >= 0; slot--)
        {
            if (_rows[slot].Job is { IsOver: true } job)
            {
                job.Abandon();
                Free(slot);
            }
        }

        if (_reader.Row is { Job.IsOver: true })
        {
            _reader.Take().Job.Abandon();
        }

        _parked.ReleaseCompleted();
    }

    /// <summary>Fails all and forgets it, without another word to the model: it may be what is broken.</summary>
    public void FailAll(Exception fault)
    {
        FailRows(fault);
        FailReading(fault);
        Prefixes.Clear();
        while (_rows.Count > 0)
        {
            _rows[_rows.Count - 1].Job.Abandon();
            _rows.Remove(_rows.Count - 1);
        }

        _parked.FailAll(fault);
    }

    /// <summary>Throws when rows, slots or blocks are not each either free or held by one.</summary>
    public void CheckIntegrity()
    {
        _parked.CheckIntegrity();
        Prefixes.CheckIntegrity();
        if (_rows.Count + _rows.Free != _rows.Capacity || (_reader.Row is not null && _rows.Free == 0))
        {
            throw new InvalidOperationException($"{_rows.Count} rows run, {_rows.Free} are free, and there are {_rows.Capacity}.");
        }

        for (var slot = 0; slot < _rows.Count; slot++)
        {
            if (_model.LengthOf(slot) < _rows[slot].Job.Prompt.Length)
            {
                throw new InvalidOperationException($"Row {slot} holds {_model.LengthOf(slot)} tokens, and its prompt has {_rows[slot].Job.Prompt.Length}.");
            }
        }
    }

    private static CachedPrefixes PrefixesOf(ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache, EngineCounters counters)
    {
        var logits = new CachedLogits(options.MaxKeptLogits / parts.Model.Limits.Logits);
        return new CachedPrefixes(parts.Model, cache, logits, new CandidateSet(parts.Rules.Candidates), counters);
    }

    private void TryAdvance(int slot, ProposeRow row, LogitRow logits)
    {
        try
        {
            Advance(slot, row, logits);
        }
        catch (Exception fault)
        {
            FailRows(parts.Blame(fault)); // Slots could not be copied, all else fails in the drawer: nobody knows what they hold. Kept prefixes are untouched.
        }
    }

    private void Advance(int slot, ProposeRow row, LogitRow logits)
    {
        if (row.IsWriting)
        {
            Sample(slot, row, logits);
            return;
        }

        _replayed++;
        ReadPrefixOrSample(slot, row, logits);
    }

    private void Begin(ProposeRow row)
    {
        try
        {
            _reader.Begin(row);
            _reader.Restore(_reader.IsShort(_roomTokens) ? _rows.Count : PrefillSlot);
            Read();
        }
        catch (Exception fault)
        {
            FailReading(parts.Blame(fault));
        }
    }

    private void Start(ProposeRow row, LogitRow logits)
    {
        var slot = _rows.Add(row);
        try
        {
            ReadPrefixOrSample(slot, row, logits);
        }
        catch (Exception fault)
        {
            row.Job.Fail(parts.Blame(fault));
        }
    }

    private void ReadPrefixOrSample(int slot, ProposeRow row, LogitRow logits)
    {
        if (row.TryReplayNext())
        {
            return;
        }

        if (row.IsRecomputing || TryStore(row.Job, () => Prefixes.StorePrefix(row.Job, slot)))
        {
            Sample(slot, row, logits);
        }
    }

    /// <summary>Draws for all children that a row writes. Those that part from the others get rows of their own.</summary>
    private void Sample(int slot, ProposeRow row, LogitRow logits)
    {
        if (!_sampler.TrySample(row, logits, _branches))
        {
            return;
        }

        try
        {
            Divide(slot, row);
        }
        catch (Exception fault)
        {
            FailRows(parts.Blame(fault)); // Slots could not be copied: nobody knows what they hold. Kept prefixes are untouched.
        }
    }

    // One text that goes on stays where it is, the row's own if that does: nothing has to be copied for it.
    private void Divide(int slot, ProposeRow row)
    {
        var stays = false;
        for (var i = _branches.Count - 1; i >= 0; i--)
        {
            var (continuation, token, isDone) = _branches[i];
            if (isDone)
            {
                Finish(slot, row.Job, continuation);
                continue;
            }

            var next = continuation == row.Continuation ? row : ProposeRow.Of(row.Job, continuation);
            next.NextToken = token;
            if (stays)
            {
                Place(slot, next);
            }
            else
            {
                _rows.Replace(slot, next);
                stays = true;
            }
        }

        if (!stays)
        {
            GiveBack(slot);
        }
    }

    /// <summary>Finds a place for a row that goes on with what a slot holds.</summary>
    private void Place(int slot, ProposeRow row)
    {
        if ((FreeRows > 0 ? _rows.Add(row) : _parked.Park(row)) is { } place)
        {
            _model.Fork(slot, place);
            counters.Forked();
        }
    }

    private void Finish(int slot, ProposeJob job, Continuation continuation)
    {
        var proposal = continuation.ToProposal();
        if (proposal.Ending == Ending.Open && !TryStore(job, () => Prefixes.StoreChild(job, new Chunk(proposal.Steps[0].Tokens), slot)))
        {
            return; // Open only after one step: nothing else goes on.
        }

        foreach (var sibling in continuation.Siblings)
        {
            if (job.Finish(sibling.Child, proposal))
            {
                _done.Add(job);
            }
        }
    }

    // The slot stays as it is, so no other request suffers.
    private bool TryStore(ProposeJob job, Action store)
    {
        try
        {
            store();
            return true;
        }
        catch (Exception fault)
        {
            job.Fail(parts.Blame(fault));
            return false;
        }
    }

    // Were the row given back while another waits for one, the last would be moved into its slot for nothing.
    private void GiveBack(int slot)
    {
        if (FreeRows < 0 || !_parked.NextIsHeld || !_parked.TryTake(out var row, out var held)) // Below zero where memory has become short: then it is one too many.
        {
            Free(slot);
            return;
        }

        _rows.Replace(slot, row);
        Unpark(held!.Value, slot); // It is held.
    }

    private void Unpark(int held, int slot)
    {
        _model.Fork(held, slot);
        counters.Forked();
    }

    private void Free(int slot)
    {
        var last = _rows.Remove(slot);
        _model.MoveRow(last, slot);
    }

    private void FailRows(Exception fault)
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            _rows[row].Job.Fail(fault);
        }
    }

    private void FailReading(Exception fault)
    {
        if (_reader.Row is not null)
        {
            var job = _reader.Take().Job;
            job.Fail(fault);
            job.Abandon();
        }
    }
}
