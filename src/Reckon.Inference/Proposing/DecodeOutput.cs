using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>What a decode step gives: one output for each of the first rows. Valid until the next run.</summary>
/// <param name="count">Rows that ran: 0 to this − 1.</param>
/// <param name="rows">All rows, in which those that come before the one that is asked for have not been moved.</param>
/// <param name="logits">Row by row.</param>
/// <param name="faults">Row by row, if any row failed; else empty.</param>
internal readonly ref struct DecodeOutput(int count, RowTable<ProposeRow> rows, StepLogits logits, ReadOnlySpan<Exception?> faults = default)
{
    private readonly RowTable<ProposeRow> _rows = rows;
    private readonly StepLogits _logits = logits;
    private readonly ReadOnlySpan<Exception?> _faults = faults;

    public int Count { get; } = count;

    public RowOutput this[int slot] => new(slot, _rows[slot], _logits[slot], _faults.IsEmpty ? null : _faults[slot]);
}
