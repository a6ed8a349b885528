using Reckon.Inference.Slots;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>A verifier's model that remembers the shape of each of its runs, so that a bare loop can run the same.</summary>
internal sealed class RecordingVerifierModel(IVerifierModel model) : IVerifierModel
{
    private readonly List<Chunk> _chunks = []; // Touched by the engine's thread, and read when that has nothing to do.

    /// <inheritdoc/>
    public int Slots => model.Slots;

    /// <inheritdoc/>
    public int ContextTokens => model.ContextTokens;

    /// <inheritdoc/>
    public int Cells => model.Cells;

    /// <summary>Returns the runs since the last call, in their order.</summary>
    public Chunk[] TakeChunks()
    {
        Chunk[] chunks = [.. _chunks];
        _chunks.Clear();
        return chunks;
    }

    /// <inheritdoc/>
    public int LengthOf(int slot) => model.LengthOf(slot);

    /// <inheritdoc/>
    public void Clear(int slot) => model.Clear(slot);

    /// <inheritdoc/>
    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> chunk)
    {
        _chunks.Add(new Chunk(model.LengthOf(slot), chunk.Length));
        return model.Extend(slot, chunk);
    }

    /// <inheritdoc/>
    public SlotMark Mark(int slot) => model.Mark(slot);

    /// <inheritdoc/>
    public void Rewind(int slot, SlotMark mark) => model.Rewind(slot, mark);

    /// <inheritdoc/>
    public void Keep(int slot, int start, ReadOnlySpan<int> cells) => model.Keep(slot, start, cells);

    /// <inheritdoc/>
    public void Restore(int slot, ReadOnlySpan<int> cells, SlotMark after) => model.Restore(slot, cells, after);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
