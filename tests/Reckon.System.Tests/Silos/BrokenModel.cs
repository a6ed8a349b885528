using Reckon.Inference.Slots;

namespace Reckon.System.Tests.Silos;

/// <summary>A model whose every run fails.</summary>
internal sealed class BrokenModel(ModelLimits limits) : IModel
{
    /// <summary>What each run says.</summary>
    public const string Reason = "The device fell off the bus.";

    public ModelLimits Limits => limits;

    public int LengthOf(int slot) => 0;

    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens) => throw new InvalidOperationException(Reason);

    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens) => throw new InvalidOperationException(Reason);

    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens) => throw new InvalidOperationException(Reason);

    public void Fork(int source, int target)
    {
        // There is nothing to copy.
    }

    public void MoveRow(int source, int target)
    {
        // There is nothing to move.
    }

    public void Store(int slot, int start, ReadOnlySpan<int> blocks)
    {
        // There is nothing to keep.
    }

    public void Restore(int slot, ReadOnlySpan<int> blocks) => throw new InvalidOperationException(Reason);

    public void Rewind(int slot, int length)
    {
        // There is nothing to forget.
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
