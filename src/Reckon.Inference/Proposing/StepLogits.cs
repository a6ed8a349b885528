using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>The logits of a decode step, row by row.</summary>
internal readonly ref struct StepLogits
{
    private readonly ReadOnlySpan<float> _whole;
    private readonly int _width;
    private readonly Func<int, ReadOnlySpan<float>>? _wholeOf;
    private readonly TopLogits _top;

    /// <summary>Whole rows of <paramref name="width"/>.</summary>
    public StepLogits(ReadOnlySpan<float> whole, int width)
    {
        _whole = whole;
        _width = width;
    }

    /// <summary>The largest of each row; <paramref name="wholeOf"/> gives a row whole.</summary>
    public StepLogits(Func<int, ReadOnlySpan<float>> wholeOf, TopLogits top)
    {
        _wholeOf = wholeOf;
        _top = top;
    }

    public LogitRow this[int row] =>
        _wholeOf is null ? new LogitRow(_whole.Slice(row * _width, _width)) : new LogitRow(_wholeOf, _top, row);
}
