using Reckon.Inference.Slots;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>A proposer's model that remembers the shape of each of its runs, so that a bare loop can run the same.</summary>
internal sealed class RecordingModel(IModel model) : IModel
{
    private readonly List<ProposerRun> _runs = []; // Touched by the engine's thread, and read when that has nothing to do.

    /// <inheritdoc/>
    public ModelLimits Limits => model.Limits;

    /// <summary>Returns the runs since the last call, in their order.</summary>
    public ProposerRun[] TakeRuns()
    {
        ProposerRun[] runs = [.. _runs];
        _runs.Clear();
        return runs;
    }

    /// <inheritdoc/>
    public int LengthOf(int slot) => model.LengthOf(slot);

    /// <inheritdoc/>
    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens)
    {
        _runs.Add(new ProposerRun([0], tokens.Length));
        return model.Prefill(slot, tokens);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens)
    {
        _runs.Add(new ProposerRun([(ushort)model.LengthOf(slot)], tokens.Length));
        return model.Extend(slot, tokens);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens)
    {
        var lengths = new ushort[tokens.Length];
        for (var row = 0; row < lengths.Length; row++)
        {
            lengths[row] = (ushort)model.LengthOf(row);
        }

        _runs.Add(new ProposerRun(lengths, 1));
        return model.Decode(tokens);
    }

    /// <inheritdoc/>
    public void Fork(int source, int target) => model.Fork(source, target);

    /// <inheritdoc/>
    public void MoveRow(int source, int target) => model.MoveRow(source, target);

    /// <inheritdoc/>
    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => model.Store(slot, start, blocks);

    /// <inheritdoc/>
    public void Restore(int slot, ReadOnlySpan<int> blocks) => model.Restore(slot, blocks);

    /// <inheritdoc/>
    public void Rewind(int slot, int length) => model.Rewind(slot, length);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
