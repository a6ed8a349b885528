using Reckon.Inference.Slots;

namespace Reckon.Inference.Tests.TokenSampling;

/// <summary>
/// Hands out the largest logits of another model's rows: of equal ones the higher ids first, and sums as far off as they may be.
/// </summary>
internal sealed class TopModel(IModel inner, int count, int[] candidates, double tolerance = 1e-5) : ITopLogitsModel
{
    private float[] _rows = [];
    private float[] _values = [];
    private long[] _ids = [];
    private float[] _logSums = [];

    public int TopCount => count;

    public ModelLimits Limits => inner.Limits;

    /// <summary>Whole rows that were asked for after the largest.</summary>
    public int WholeRows { get; private set; }

    /// <summary>Steps whose rows were not handed out whole.</summary>
    public int TopSteps { get; private set; }

    /// <summary>The next whole row that is asked for fails with this, once.</summary>
    public Exception? NextFault { get; set; }

    public TopLogits DecodeTop(ReadOnlySpan<int> tokens, ReadOnlySpan<double> temperatures)
    {
        TopSteps++;
        return Cut(inner.Decode(tokens).ToArray(), temperatures.ToArray());
    }

    /// <summary>The same of rows that come from elsewhere.</summary>
    public TopLogits Cut(float[] rows, double[] temperatures)
    {
        var width = rows.Length / temperatures.Length;
        _rows = rows;
        var ranked = rows.Chunk(width).Select(row =>
            Enumerable.Range(0, width).OrderByDescending(id => row[id]).ThenByDescending(id => id).Take(count).ToArray()).ToArray();
        _values = [.. ranked.SelectMany((ids, row) => ids.Select(id => rows[(row * width) + id]))];
        _ids = [.. ranked.SelectMany(ids => ids).Select(id => (long)id)];
        _logSums = [.. rows.Chunk(width).Select((row, i) =>
            (float)(Math.Log(candidates.Sum(id => Math.Exp(row[id] / temperatures[i])))
                + (i % 2 == 0 ? 0.9 * tolerance : -0.9 * tolerance)))];
        return new TopLogits(Math.Min(count, width), _values, _ids, _logSums, tolerance);
    }

    public ReadOnlySpan<float> WholeRow(int slot)
    {
        WholeRows++;
        if (NextFault is { } fault)
        {
            NextFault = null;
            throw fault;
        }

        var width = _rows.Length / _logSums.Length;
        return _rows.AsSpan(slot * width, width);
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
