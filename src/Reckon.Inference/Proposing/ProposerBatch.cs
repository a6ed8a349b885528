using Reckon.Search;

namespace Reckon.Inference;

/// <summary>
/// The rows of a model and what each is doing. Rows 0 to n − 1 run; the slots behind them keep prefixes for children that
/// wait for a row, and the last row holds a prompt that is being read in pieces. Used by the engine's thread alone.
/// </summary>
internal sealed class ProposerBatch(
    ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache, EngineCounters counters, DeviceSeat seat)
{
    private readonly IModel _model = parts.Model;
    private readonly RowTable<ProposeRow> _rows = new(options.MaxRows);
    private readonly OpenJobs _open = new(options.MaxRows, options.MaxKeptPrefixes);
    private readonly PromptReader _reader = new(parts.Model, PrefixesOf(parts, options, cache, counters), counters, seat);
    private readonly RowDrawer _drawer = new(parts, counters);
    private readonly DecodeStep _step = new(parts, options.MaxRows, counters, seat);
    private readonly List<ProposeJob> _done = [];
    private int _roomTokens;
    private int _replayed;

    public int Rows => _rows.Count;

    public bool HasWork => _rows.Count > 0 || _open.Count > 0 || _reader.Row is not null;

    private KeptPrefixes Prefixes => _reader.Prefixes;

    // Where a prompt is read that takes more than a step: no row that runs comes so far, for it counts as one itself.
    private int Aside => _rows.Capacity - 1;

    private int FreeRows => _step.MaxRows - _rows.Count - (_reader.Row is null ? 0 : 1);

    /// <summary>Begins a step: its rows take their tokens, and prompts have what is left.</summary>
    public void BeginStep() => _roomTokens = AdmissionPolicy.RoomTokens(options.MaxStepTokens, _rows.Count);

    /// <summary>What to do next, when <paramref name="waitingChildren"/> are asked for by the request whose turn it is.</summary>
    public Admission ChooseNext(int waitingChildren) => AdmissionPolicy.Choose(new StepState(
        FreeRows, _open.FreeSlots, _open.Next is not null, _reader.UnreadTokens, waitingChildren, _roomTokens));

    /// <summary>Begins to read a job's prompt, for its first row. The prefix is read by the steps to come.</summary>
    public void Open(ProposeJob job)
    {
        if (job.IsOver)
        {
            job.Abandon();
            return;
        }

        if (job.Count > 1)
        {
            _open.Add(job);
        }

        try
        {
            _reader.Begin(new ProposeRow(job));
            _reader.Restore(_reader.IsShort(_roomTokens) ? _rows.Count : Aside);
            Read();
        }
        catch (Exception fault)
        {
            FailReading(parts.Blame(fault));
        }
    }

    /// <summary>Reads a piece of the prompt that has been begun. After the last its row runs.</summary>
    public void Read()
    {
        try
        {
            if (!_reader.TryRead(ref _roomTokens, out var logits))
            {
                _reader.MoveTo(Aside);
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

    /// <summary>Starts one more child of the job that was opened first, from its kept prefix.</summary>
    public void Fork()
    {
        var row = new ProposeRow(_open.Next!); // Chosen only when there is one.
        var slot = _rows.Add(row);
        GoOn(slot, row, StartChild(slot, row));
    }

    /// <summary>Runs one token through the rows.</summary>
    public void Decode()
    {
        _step.Run(_rows, TryAdvance);
        counters.Drew(_drawer.TakeDrawn(), _replayed);
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

    public void LetGoOfWhatIsOver()
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

        _open.LetGoOfWhatIsOver();
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

        _open.FailAll(fault);
    }

    /// <summary>Throws when rows, slots or cells are not each either free or held by one.</summary>
    public void CheckIntegrity()
    {
        _open.CheckIntegrity();
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

    private static KeptPrefixes PrefixesOf(ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache, EngineCounters counters)
    {
        var logits = new KeptLogits(options.MaxKeptLogits / parts.Model.Limits.Logits);
        return new KeptPrefixes(parts.Model, cache, logits, new CandidateSet(parts.Rules.Candidates), counters);
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
        if (row.Continuation is not null)
        {
            Draw(slot, row, logits);
            return;
        }

        _replayed++;
        ReadPrefixOrDraw(slot, row, logits);
    }

    private void Start(ProposeRow row, LogitRow logits)
    {
        var slot = _rows.Add(row);
        try
        {
            ReadPrefixOrDraw(slot, row, logits);
        }
        catch (Exception fault)
        {
            row.Job.Fail(parts.Blame(fault));
        }
    }

    private void ReadPrefixOrDraw(int slot, ProposeRow row, LogitRow logits)
    {
        if (row.TryReplayNext())
        {
            return;
        }

        Prefixes.KeepPrefix(row.Job, slot);
        if (row.Job.KeptSlot is { } kept)
        {
            _model.Fork(slot, kept);
            counters.Forked();
            if (!_drawer.TryKeep(row, logits))
            {
                return;
            }
        }

        Draw(slot, row, logits); // The row that has read the prefix goes on as the first child: nothing is copied for that one.
    }

    private void Draw(int slot, ProposeRow row, LogitRow logits) => GoOn(slot, row, _drawer.Draw(row, logits));

    /// <summary>Goes on after a draw. A row whose child is done takes the next child of an open request.</summary>
    /// <remarks>
    /// Were the row given back instead, another would be moved into its slot, and the child would be started in the slot of that one:
    /// two copies for one.
    /// </remarks>
    private void GoOn(int slot, ProposeRow row, Proposal? proposal)
    {
        try
        {
            while (proposal is not null)
            {
                Finish(slot, row, proposal);
                if (FreeRows < 0 || _open.Next is not { } next) // Below zero where memory has become short: then it is one too many.
                {
                    Free(slot);
                    return;
                }

                _rows.Replace(slot, row = new ProposeRow(next));
                proposal = StartChild(slot, row);
            }
        }
        catch (Exception fault)
        {
            FailRows(parts.Blame(fault)); // Slots could not be copied: nobody knows what they hold. Kept prefixes are untouched.
        }
    }

    /// <summary>Begins a child from its request's kept prefix. Returns it if its first token was its last.</summary>
    private Proposal? StartChild(int slot, ProposeRow row)
    {
        var (job, proposal) = (row.Job, (Proposal?)null);
        try
        {
            _model.Fork(job.KeptSlot!.Value, slot); // Every open job has one.
            counters.Forked();
            proposal = _drawer.Draw(row, new LogitRow(job.KeptLogits));
        }
        catch (Exception fault)
        {
            job.Fail(parts.Blame(fault));
        }

        if (job.Unstarted == 0)
        {
            _open.Close(job);
        }

        return proposal;
    }

    private void Finish(int slot, ProposeRow row, Proposal proposal)
    {
        if (proposal.Ending == Ending.Open)
        {
            Prefixes.KeepChild(row.Job, proposal.Steps[0].Tokens, slot); // Open only after one step: nothing else goes on.
        }

        if (row.Job.Finish(row.Child, proposal))
        {
            _done.Add(row.Job);
        }
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
