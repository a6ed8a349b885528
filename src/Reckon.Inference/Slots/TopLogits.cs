namespace Reckon.Inference.Slots;

/// <summary>The largest logits of each row of a decode step.</summary>
/// <param name="count">Of a row.</param>
/// <param name="values">Row by row, of each the largest first. No other logit of the row is larger than the last.</param>
/// <param name="ids">The tokens that they belong to.</param>
/// <param name="logSums">One per row: the natural log of the sum of exp(logit / temperature) over the candidates.</param>
/// <param name="sumTolerance">The largest relative error of a sum, without the error of rounding the logits and the log-sum.</param>
public readonly ref struct TopLogits(
    int count, ReadOnlySpan<float> values, ReadOnlySpan<long> ids, ReadOnlySpan<float> logSums, double sumTolerance)
{
    private readonly ReadOnlySpan<float> _values = values;
    private readonly ReadOnlySpan<long> _ids = ids;
    private readonly ReadOnlySpan<float> _logSums = logSums;

    /// <summary>The largest relative error of a sum, without the error of rounding the logits and the log-sum.</summary>
    public double SumTolerance { get; } = sumTolerance;

    /// <summary>The largest logits of a row, the largest first.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => _values.Slice(row * count, count);

    /// <summary>The tokens that they belong to.</summary>
    public ReadOnlySpan<long> IdsOf(int row) => _ids.Slice(row * count, count);

    /// <summary>The log-sum of a row.</summary>
    public float LogSumOf(int row) => _logSums[row];
}
