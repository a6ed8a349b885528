using Reckon.Inference.Engines;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// The forward of rows: reads one token into each running row, or into as many as there is memory for. When a run over many rows fails,
/// each is run by itself, so that only a row which cannot be run fails. Changes no row. Used by one thread.
/// </summary>
/// <param name="model">What reads.</param>
/// <param name="maxRows">Of the batch.</param>
/// <param name="limit">Rows that may run at once, as memory is now.</param>
/// <param name="counters">Of the engine.</param>
/// <param name="seat">At the device.</param>
internal sealed class Decoder(IModel model, int maxRows, MemoryLimit limit, EngineCounters counters, DeviceSeat seat)
{
    private readonly StepReader _reader = new(model, maxRows, counters, seat);
    private readonly int[] _tokens = new int[maxRows];

    /// <summary>Runs a step over the first rows. Rows that are left out wait in their slots.</summary>
    public DecodeOutput Forward(RowTable<ProposeRow> rows)
    {
        var count = Math.Min(rows.Count, limit.Current);
        if (count == 0)
        {
            return default;
        }

        var (replayed, since) = (TakeTokens(rows, count), 0L);
        StepLogits logits;
        try
        {
            using var turn = seat.Take();
            since = counters.Now();
            logits = _reader.Run(_tokens.AsSpan(0, count), rows);
        }
        catch (Exception fault) when (DeviceMemoryException.Is(fault) && limit.TryShrink(count))
        {
            counters.RanShortOfMemory(); // The next step has fewer rows.
            return default;
        }
        catch (Exception)
        {
            counters.Failed();
            return ForwardOneByOne(rows, count);
        }

        limit.Succeed();
        counters.Decoded(count, replayed, since);
        return new DecodeOutput(count, rows, logits);
    }

    private int TakeTokens(RowTable<ProposeRow> rows, int count)
    {
        var replayed = 0;
        for (var slot = 0; slot < count; slot++)
        {
            _tokens[slot] = rows[slot].NextToken;
            replayed += rows[slot].IsWriting ? 0 : 1;
        }

        return replayed;
    }

    // A run that fails has changed nothing, and a run of one token has the bits of a decode step.
    private DecodeOutput ForwardOneByOne(RowTable<ProposeRow> rows, int count)
    {
        var width = model.Limits.Logits;
        var (logits, faults) = (new float[count * width], new Exception?[count]);
        for (var slot = 0; slot < count; slot++)
        {
            faults[slot] = TryExtend(slot, rows[slot], logits.AsSpan(slot * width, width));
        }

        return new DecodeOutput(count, rows, new StepLogits(logits, width), faults);
    }

    private Exception? TryExtend(int slot, ProposeRow row, Span<float> logits)
    {
        try
        {
            using var turn = seat.Take();
            var since = counters.Now();
            model.Extend(slot, _tokens.AsSpan(slot, 1)).CopyTo(logits);
            counters.Decoded(rows: 1, row.IsWriting ? 0 : 1, since);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
