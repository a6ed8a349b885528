using Reckon.Inference;

namespace Reckon.Benchmarks;

/// <summary>A proposer's model that tells how long its rows are.</summary>
internal sealed class CountingModel(IModel model) : IModel
{
    /// <summary>Batched steps.</summary>
    public long Steps { get; private set; }

    /// <summary>Tokens that the first row held, all steps together.</summary>
    public long FirstRowTokens { get; private set; }

    /// <inheritdoc/>
    public ModelLimits Limits => model.Limits;

    /// <inheritdoc/>
    public int LengthOf(int slot) => model.LengthOf(slot);

    /// <inheritdoc/>
    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens) => model.Prefill(slot, tokens);

    /// <inheritdoc/>
    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens) => model.Extend(slot, tokens);

    /// <inheritdoc/>
    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens)
    {
        Steps++;
        FirstRowTokens += model.LengthOf(0);
        return model.Decode(tokens);
    }

    /// <inheritdoc/>
    public void Fork(int source, int target) => model.Fork(source, target);

    /// <inheritdoc/>
    public void MoveRow(int source, int target) => model.MoveRow(source, target);

    /// <inheritdoc/>
    public void Keep(int slot, int start, ReadOnlySpan<int> cells) => model.Keep(slot, start, cells);

    /// <inheritdoc/>
    public void Restore(int slot, ReadOnlySpan<int> cells) => model.Restore(slot, cells);

    /// <inheritdoc/>
    public void Rewind(int slot, int length) => model.Rewind(slot, length);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
