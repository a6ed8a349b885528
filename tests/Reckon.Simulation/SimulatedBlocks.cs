namespace Reckon.Simulation;

/// <summary>
/// Tokens kept outside the slots of a simulated model. Its state is a function of the tokens, so they are all there is to keep.
/// </summary>
internal sealed class SimulatedBlocks(int count)
{
    private readonly int[] _tokens = new int[count];

    public void Store(SimulatedSlot slot, int start, ReadOnlySpan<int> blocks)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + blocks.Length, slot.Length, nameof(start));
        for (var i = 0; i < blocks.Length; i++)
        {
            _tokens[blocks[i]] = slot[start + i];
        }
    }

    public void Restore(SimulatedSlot slot, ReadOnlySpan<int> blocks)
    {
        foreach (var block in blocks)
        {
            slot.Read(_tokens[block]);
        }
    }
}
