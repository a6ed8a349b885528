using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>What a forward gives for one row: the logits after the last token that it read, or the fault that kept it from reading.</summary>
/// <param name="slot">Where the row is.</param>
/// <param name="row">What it is doing.</param>
/// <param name="logits">Valid until the next run; empty after a fault, and where the row still has tokens to replay.</param>
/// <param name="fault">Null when the row has read its token.</param>
internal readonly ref struct RowOutput(int slot, ProposeRow row, LogitRow logits, Exception? fault = null)
{
    public int Slot { get; } = slot;

    public ProposeRow Row { get; } = row;

    public LogitRow Logits { get; } = logits;

    public Exception? Fault { get; } = fault;
}
