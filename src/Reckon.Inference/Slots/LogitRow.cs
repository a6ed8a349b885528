namespace Reckon.Inference.Slots;

/// <summary>The logits of one row: whole, or the largest, with a way to get the whole row.</summary>
public readonly ref struct LogitRow
{
    private readonly ReadOnlySpan<float> _whole;
    private readonly Func<int, ReadOnlySpan<float>>? _wholeOf;

    /// <summary>A whole row.</summary>
    public LogitRow(ReadOnlySpan<float> whole) => _whole = whole;

    /// <summary>The largest of the row of <paramref name="slot"/>, which <paramref name="wholeOf"/> gives whole.</summary>
    internal LogitRow(Func<int, ReadOnlySpan<float>> wholeOf, TopLogits top, int slot)
    {
        _wholeOf = wholeOf;
        Top = top;
        Slot = slot;
    }

    /// <summary>Whether only the largest are at hand.</summary>
    public bool IsTop => _wholeOf is not null;

    /// <summary>The largest of all rows of the step, if <see cref="IsTop"/>.</summary>
    public TopLogits Top { get; }

    /// <summary>Which of them is this one, if <see cref="IsTop"/>.</summary>
    public int Slot { get; }

    /// <summary>All logits, one per token id. May take a run, if <see cref="IsTop"/>.</summary>
    public ReadOnlySpan<float> Whole => _wholeOf is null ? _whole : _wholeOf(Slot);

    /// <summary>A whole row.</summary>
    public static implicit operator LogitRow(ReadOnlySpan<float> whole) => new(whole);
}
