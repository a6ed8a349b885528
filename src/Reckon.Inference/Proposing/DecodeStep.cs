using Reckon.Inference.Engines;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Runs one token through every row, or through as many as memory allows: the others wait where they are. When a run over
/// many rows fails, each is run by itself, so that whoever cannot be run fails alone.
/// </summary>
internal sealed class DecodeStep(ProposerModel parts, int maxRows, EngineCounters counters, DeviceSeat seat)
{
    /// <summary>Takes the logits that follow a row's token. May free the row: the last then takes its place, or another child begins in it.</summary>
    public delegate void Advance(int slot, ProposeRow row, LogitRow logits);

    private readonly StepReader _reader = new(parts.Model, maxRows, counters, seat);
    private readonly MemoryLimit _limit = new(least: 1, maxRows);
    private readonly int[] _tokens = new int[maxRows];

    /// <summary>Rows that may run at once, as memory is now.</summary>
    public int MaxRows => _limit.Current;

    /// <summary>Runs a step over <paramref name="rows"/>.</summary>
    public void Run(RowTable<ProposeRow> rows, Advance advance)
    {
        var count = Math.Min(rows.Count, _limit.Current);
        if (count == 0)
        {
            return;
        }

        for (var row = 0; row < count; row++)
        {
            _tokens[row] = rows[row].NextToken;
        }

        long since;
        StepLogits logits;
        try
        {
            using var turn = seat.Take();
            since = counters.Now();
            logits = _reader.Run(_tokens.AsSpan(0, count), rows);
        }
        catch (Exception fault) when (DeviceMemoryException.Is(fault) && _limit.TryShrink(count))
        {
            counters.RanShortOfMemory(); // Goes on in the next step, with fewer.
            return;
        }
        catch (Exception)
        {
            counters.Failed();
            RunAlone(rows, count, advance);
            return;
        }

        _limit.Succeed();
        counters.Decoded(count, since);
        AdvanceAll(rows, count, logits, advance);
    }

    // From the last to the first: a row that is freed is filled by one that has advanced already, that did not run, or that begins.
    private static void AdvanceAll(RowTable<ProposeRow> rows, int count, StepLogits logits, Advance advance)
    {
        for (var slot = count - 1; slot >= 0; slot--)
        {
            if (!rows[slot].Job.IsOver)
            {
                advance(slot, rows[slot], logits[slot]);
            }
        }
    }

    // A run that fails has changed nothing, and a run of one token has the bits of a decode step.
    private void RunAlone(RowTable<ProposeRow> rows, int count, Advance advance)
    {
        for (var slot = count - 1; slot >= 0; slot--)
        {
            if (!rows[slot].Job.IsOver)
            {
                RunAlone(slot, rows[slot], advance);
            }
        }
    }

    private void RunAlone(int slot, ProposeRow row, Advance advance)
    {
        long since;
        ReadOnlySpan<float> logits;
        try
        {
            using var turn = seat.Take();
            since = counters.Now();
            logits = parts.Model.Extend(slot, _tokens.AsSpan(slot, 1));
        }
        catch (Exception fault)
        {
            row.Job.Fail(parts.Blame(fault));
            return;
        }

        counters.Decoded(rows: 1, since);
        advance(slot, row, logits);
    }
}
