namespace Reckon.Inference.Slots;

/// <summary>
/// Which row holds what. The rows in use are always 0 to <see cref="Count"/> − 1, so that a decode step runs over them and no others.
/// </summary>
internal sealed class RowTable<TRow>(int capacity)
    where TRow : class
{
    private readonly TRow?[] _rows = new TRow?[capacity];

    public int Capacity => capacity;

    public int Count { get; private set; }

    public int Free => capacity - Count;

    public TRow this[int index] =>
        index < Count ? _rows[index]! : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} rows.");

    /// <summary>Takes the first free row and returns its index.</summary>
    public int Add(TRow row)
    {
        if (Count == capacity)
        {
            throw new InvalidOperationException($"All {capacity} rows are in use.");
        }

        _rows[Count] = row;
        return Count++;
    }

    /// <summary>Replaces a row by another.</summary>
    public void Replace(int index, TRow row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
        _rows[index] = row;
    }

    /// <summary>
    /// Frees a row. The last row takes its place. Returns the index that the last row had, which may be <paramref name="index"/> itself.
    /// </summary>
    public int Remove(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
        var last = --Count;
        _rows[index] = _rows[last];
        _rows[last] = null;
        return last;
    }
}
