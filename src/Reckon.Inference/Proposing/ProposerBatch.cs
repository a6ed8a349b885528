using Reckon.Search;

namespace Reckon.Inference;

/// <summary>
/// The rows of a model and what each is doing. Rows 0 to n − 1 run; the slots behind them keep prefixes for children that
/// wait for a row. Used by the engine's thread alone.
/// </summary>
internal sealed class ProposerBatch(
    ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache, EngineCounters counters)
{
    private readonly IModel _model = parts.Model;
    private readonly RowTable<ProposeRow> _rows = new(options.MaxRows);
    private readonly SlotPool _kept = new(options.MaxRows, options.MaxKeptPrefixes);
    private readonly KeptPrefixes _prefixes = new(parts.Model, cache, counters);
    private readonly List<ProposeJob> _open = []; // Hold a slot for their prefix, in order of arrival.
    private readonly TokenSampler _sampler = new(parts.Rules.Candidates);
    private readonly StepReader _step = new(parts.Model, options.MaxRows);
    private readonly int[] _tokens = new int[options.MaxRows];
    private readonly List<ProposeJob> _done = [];
    private int _drawn;
    private int _replayed;

    public int Rows => _rows.Count;

    public bool HasWork => _rows.Count > 0 || _open.Count > 0;

    public Admission ChooseNext(int waitingChildren) =>
        AdmissionPolicy.Choose(_rows.Free, _kept.Free, NextToFork() is not null, waitingChildren);

    /// <summary>Gives a job its first row: reads the prompt at once, the prefix in the steps to come.</summary>
    public void Open(ProposeJob job)
    {
        if (job.IsOver)
        {
            job.Abandon();
            return;
        }

        var row = new ProposeRow(job);
        var slot = _rows.Add(row);
        if (job.Count > 1)
        {
            job.KeptSlot = _kept.Lend();
            _open.Add(job);
        }

        try
        {
            ReadPrefixOrWrite(slot, row, Begin(slot, row));
        }
        catch (Exception fault)
        {
            job.Fail(parts.Blame(fault));
        }
    }

    /// <summary>Starts one more child of the open job that arrived first, from its kept prefix.</summary>
    public void Fork()
    {
        var job = NextToFork()!; // Chosen only when there is one.
        var row = new ProposeRow(job);
        var slot = _rows.Add(row);
        try
        {
            _model.Fork(job.KeptSlot!.Value, slot);
            counters.Forked();
            Write(slot, row, new LogitRow(job.KeptLogits));
        }
        catch (Exception fault)
        {
            job.Fail(parts.Blame(fault));
        }

        if (job.Unstarted == 0)
        {
            Close(job);
        }
    }

    /// <summary>Runs one token through every row.</summary>
    public void Decode()
    {
        var count = _rows.Count;
        if (count > 0)
        {
            for (var row = 0; row < count; row++)
            {
                _tokens[row] = _rows[row].NextToken;
            }

            try
            {
                var since = counters.Now();
                var logits = _step.Run(_tokens.AsSpan(0, count), _rows);
                counters.Decoded(count, since);
                AdvanceAll(logits, count);
            }
            catch (Exception fault)
            {
                FailRows(parts.Blame(fault)); // The whole batch ran, so the whole batch has failed; kept prefixes are untouched.
            }
        }

        counters.Drew(_drawn, _replayed);
        _prefixes.Count();
        (_drawn, _replayed) = (0, 0);
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

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].IsOver)
            {
                Close(_open[i]);
            }
        }
    }

    /// <summary>Fails all and forgets it, without another word to the model: it may be what is broken.</summary>
    public void FailAll(Exception fault)
    {
        FailRows(fault);
        _prefixes.Clear();
        while (_rows.Count > 0)
        {
            _rows[_rows.Count - 1].Job.Abandon();
            _rows.Remove(_rows.Count - 1);
        }

        while (_open.Count > 0)
        {
            _open[^1].Fail(fault);
            Close(_open[^1]);
        }
    }

    // Leaves the prompt in the slot, and of the prefix what is kept. Returns the logits after the prompt.
    private ReadOnlySpan<float> Begin(int slot, ProposeRow row)
    {
        var job = row.Job;
        if (_prefixes.Restore(job, slot, out var replayed) is { } kept)
        {
            row.SkipTo(replayed);
            return kept;
        }

        var since = counters.Now();
        var logits = _model.Prefill(slot, job.Prompt.AsSpan());
        counters.Prefilled(job.Prompt.Length, replayed: 0, since);
        _prefixes.KeepPrompt(job, slot, logits);
        return logits;
    }

    private ProposeJob? NextToFork()
    {
        foreach (var job in _open)
        {
            if (job.CanFork)
            {
                return job;
            }
        }

        return null;
    }

    private void AdvanceAll(StepLogits logits, int count)
    {
        // From the last to the first: a row that is freed is filled by one that has advanced already.
        for (var slot = count - 1; slot >= 0; slot--)
        {
            var row = _rows[slot];
            try
            {
                Advance(slot, row, logits[slot]);
            }
            catch (InvalidLogitsException fault)
            {
                row.Job.Fail(fault);
            }
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
        ReadPrefixOrWrite(slot, row, logits);
    }

    private void ReadPrefixOrWrite(int slot, ProposeRow row, LogitRow logits)
    {
        if (row.TryReplayNext())
        {
            return;
        }

        _prefixes.KeepPrefix(row.Job, slot);
        if (row.Job.KeptSlot is { } kept)
        {
            _model.Fork(slot, kept);
            counters.Forked();
            row.Job.KeepLogits(logits.Whole);
        }

        Write(slot, row, logits);
    }

    private void Write(int slot, ProposeRow row, LogitRow logits)
    {
        row.Write(row.Job.Start(parts.Tokenizer, parts.Rules, out var child), child);
        Draw(slot, row, logits);
    }

    private void Draw(int slot, ProposeRow row, LogitRow logits)
    {
        var continuation = row.Continuation!;
        var draw = _sampler.Draw(logits, continuation.Sampling, continuation.Path, continuation.NextUniform());
        _drawn++;
        if (continuation.Accept(draw))
        {
            Finish(slot, row, continuation.ToProposal());
            return;
        }

        row.NextToken = draw.Token;
    }

    private void Finish(int slot, ProposeRow row, Proposal proposal)
    {
        if (proposal.Ending == Ending.Open)
        {
            _prefixes.KeepChild(row.Job, proposal.Steps[0].Tokens, slot); // Open only after one step: nothing else goes on.
        }

        if (row.Job.Finish(row.Child, proposal))
        {
            _done.Add(row.Job);
        }

        Free(slot);
    }

    private void Free(int slot)
    {
        var last = _rows.Remove(slot);
        _model.MoveRow(last, slot);
    }

    private void Close(ProposeJob job)
    {
        _kept.GiveBack(job.KeptSlot!.Value);
        job.KeptSlot = null;
        _open.Remove(job);
        if (job.IsOver)
        {
            job.Abandon();
        }
    }

    private void FailRows(Exception fault)
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            _rows[row].Job.Fail(fault);
        }
    }
}
