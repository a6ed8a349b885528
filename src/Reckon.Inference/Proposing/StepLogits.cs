namespace Reckon.Inference;

/// <summary>The logits of a decode step, row by row.</summary>
internal readonly ref struct StepLogits
{
    private readonly ReadOnlySpan<float> _whole;
    private readonly int _width;
    private readonly ITopLogitsModel? _model;
    private readonly TopLogits _top;

    /// <summary>Whole rows of <paramref name="width"/>.</summary>
    public StepLogits(ReadOnlySpan<float> whole, int width)
    {
        _whole = whole;
        _width = width;
    }

    /// <summary>The largest of each row.</summary>
    public StepLogits(ITopLogitsModel model, TopLogits top)
    {
        _model = model;
        _top = top;
    }

    public LogitRow this[int row] => _model is null ? new LogitRow(_whole.Slice(row * _width, _width)) : new LogitRow(_model, _top, row);
}
