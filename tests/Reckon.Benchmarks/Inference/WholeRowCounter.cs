using Reckon.Inference.Slots;

namespace Reckon.Benchmarks.Inference;

/// <summary>Counts the whole rows that are asked for after a step's largest logits.</summary>
internal sealed class WholeRowCounter(ITopLogitsModel inner) : ITopLogitsModel
{
    public int Rows { get; private set; }

    public int TopCount => inner.TopCount;

    public ModelLimits Limits => inner.Limits;

    public TopLogits DecodeTop(ReadOnlySpan<int> tokens, ReadOnlySpan<double> temperatures) => inner.DecodeTop(tokens, temperatures);

    public ReadOnlySpan<float> WholeRow(int slot)
    {
        Rows++;
        return inner.WholeRow(slot);
    }

    public int LengthOf(int slot) => inner.LengthOf(slot);

    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens) => inner.Prefill(slot, tokens);

    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens) => inner.Extend(slot, tokens);

    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens) => inner.Decode(tokens);

    public void Fork(int source, int target) => inner.Fork(source, target);

    public void MoveRow(int source, int target) => inner.MoveRow(source, target);

    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => inner.Store(slot, start, blocks);

    public void Restore(int slot, ReadOnlySpan<int> blocks) => inner.Restore(slot, blocks);

    public void Rewind(int slot, int length) => inner.Rewind(slot, length);

    public void Dispose() => inner.Dispose();
}
