using Reckon.Inference.Engines;
using Reckon.Inference.Prompts;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Which slot holds which row. Rows 0 to n − 1 run; the slots after the rows hold parked rows, which wait for a place among them; the last
/// row holds a prompt between two pieces. Copies slots, and knows nothing of tokens. Used by one thread.
/// </summary>
/// <param name="model">The model with the slots.</param>
/// <param name="options">The numbers of slots.</param>
/// <param name="limit">Rows that may run at once, as memory is now.</param>
/// <param name="prefiller">Holds the row whose prompt is being read: it counts as one.</param>
internal sealed class ProposerBatch(IModel model, EngineOptions options, MemoryLimit limit, Prefiller prefiller)
{
    private const int ReservedShare = 4; // A quarter of the rows is for children that sample different tokens.

    private readonly RowTable<ProposeRow> _rows = new(options.MaxRows);
    private readonly ParkedRows _parked = new(options.MaxRows, options.MaxParkedRows);

    /// <summary>The rows that run.</summary>
    public RowTable<ProposeRow> Rows => _rows;

    public bool HasWork => _rows.Count > 0 || _parked.Count > 0 || prefiller.Row is not null;

    private int FreeRows => limit.Current - _rows.Count - (prefiller.Row is null ? 0 : 1);

    // A row without a slot may have to read its prompt again.
    private bool CanResume =>
        _parked.NextIsHeld || (_parked.Count > 0 && prefiller.Row is null && prefiller.RoomTokens >= PromptPieces.Least);

    /// <summary>What may start, when <paramref name="waitingChildren"/> are asked for by the request whose turn it is.</summary>
    public StepState State(int waitingChildren) =>
        new(FreeRows, limit.Current / ReservedShare, CanResume, prefiller.UnreadTokens, waitingChildren, prefiller.RoomTokens);

    /// <summary>Adds a row that is in the slot after the last row's.</summary>
    public void Add(ProposeRow row) => _rows.Add(row);

    /// <summary>Resumes the row that has been parked longest. Returns it when it had no slot: then it must be recomputed.</summary>
    /// <exception cref="LostSlotsException">Its slot could not be copied.</exception>
    public ProposeRow? Resume()
    {
        if (!_parked.TryTake(out var row, out var held))
        {
            return null;
        }

        if (held is not { } slot)
        {
            return row;
        }

        Copy(slot, _rows.Add(row));
        return null;
    }

    /// <summary>
    /// Lets rows continue what a slot holds. The first stays in it, so nothing is copied for a single one; the others get free rows, or
    /// are parked. With none the slot is free for another row.
    /// </summary>
    /// <exception cref="LostSlotsException">A slot could not be copied.</exception>
    public void Continue(int slot, ReadOnlySpan<ProposeRow> rows)
    {
        if (rows.IsEmpty)
        {
            GiveBack(slot);
            return;
        }

        _rows.Replace(slot, rows[0]);
        foreach (var row in rows[1..])
        {
            if ((FreeRows > 0 ? _rows.Add(row) : _parked.Park(row)) is { } place)
            {
                Copy(slot, place);
            }
        }
    }

    /// <summary>Frees what belongs to requests that are over: answered, failed or cancelled.</summary>
    /// <exception cref="LostSlotsException">A slot could not be moved.</exception>
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

        if (prefiller.Row is { Job: { IsOver: true } read })
        {
            read.Abandon();
            prefiller.Release();
        }

        _parked.ReleaseCompleted();
    }

    /// <summary>
    /// Fails the requests of all running rows and frees the rows without using the model, which may be broken.
    /// </summary>
    public void FailRows(Exception fault)
    {
        while (_rows.Count > 0)
        {
            var last = _rows.Count - 1;
            _rows[last].Job.Reject(fault);
            _rows.Remove(last);
        }
    }

    /// <summary>The same for all rows: running, parked, and the one whose prompt is being read.</summary>
    public void FailAll(Exception fault)
    {
        FailRows(fault);
        if (prefiller.Row is { } read)
        {
            read.Job.Reject(fault);
            prefiller.Release();
        }

        _parked.FailAll(fault);
    }

    /// <summary>Throws when rows or slots are not each either free or held by one.</summary>
    public void CheckIntegrity()
    {
        _parked.CheckIntegrity();
        if (_rows.Count + _rows.Free != _rows.Capacity || (prefiller.Row is not null && _rows.Free == 0))
        {
            throw new InvalidOperationException($"{_rows.Count} rows run, {_rows.Free} are free, and there are {_rows.Capacity}.");
        }

        for (var slot = 0; slot < _rows.Count; slot++)
        {
            var (held, prompt) = (model.LengthOf(slot), _rows[slot].Job.Prompt.Length);
            if (held < prompt)
            {
                throw new InvalidOperationException($"Row {slot} holds {held} tokens, and its prompt has {prompt}.");
            }
        }
    }

    // If the row were freed while another waits for one, the last row would be moved into its slot needlessly.
    private void GiveBack(int slot)
    {
        // Below zero where memory has become short: then there is one row too many.
        if (FreeRows < 0 || !_parked.NextIsHeld || !_parked.TryTake(out var row, out var held))
        {
            Free(slot);
            return;
        }

        _rows.Replace(slot, row);
        Copy(held!.Value, slot); // It is held.
    }

    private void Free(int slot)
    {
        var last = _rows.Remove(slot);
        try
        {
            model.MoveRow(last, slot);
        }
        catch (Exception fault)
        {
            throw new LostSlotsException(fault);
        }
    }

    private void Copy(int source, int target)
    {
        try
        {
            model.Fork(source, target);
        }
        catch (Exception fault)
        {
            throw new LostSlotsException(fault);
        }
    }
}
