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
    public int Blocks => model.Blocks;

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
    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => model.Store(slot, start, blocks);

    /// <inheritdoc/>
    public void Restore(int slot, ReadOnlySpan<int> blocks, SlotMark after) => model.Restore(slot, blocks, after);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
