namespace Reckon.Inference.Simulation;

/// <summary>Tokens kept outside the slots of a simulated model. Its state is a function of the tokens, so they are all there is to keep.</summary>
internal sealed class SimulatedCells(int count)
{
    private readonly int[] _tokens = new int[count];

    public void Keep(SimulatedSlot slot, int start, ReadOnlySpan<int> cells)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + cells.Length, slot.Length, nameof(start));
        for (var i = 0; i < cells.Length; i++)
        {
            _tokens[cells[i]] = slot[start + i];
        }
    }

    public void Restore(SimulatedSlot slot, ReadOnlySpan<int> cells)
    {
        foreach (var cell in cells)
        {
            slot.Read(_tokens[cell]);
        }
    }
}
