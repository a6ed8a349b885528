namespace Reckon.Inference.Prefixes;

/// <summary>Cells, lent and given back. Any cell serves for any token, so nothing is lost between them.</summary>
internal sealed class CellPool(int count)
{
    private readonly Stack<int> _returned = [];
    private readonly bool[] _isLent = new bool[count];
    private int _fresh; // Cells from here on were never lent, so that memory is touched only as it is needed.

    public int Count => count;

    public int Free => _returned.Count + count - _fresh;

    public int Used => _isLent.AsSpan().Count(true);

    /// <summary>Lends so many, which are free.</summary>
    public int[] Lend(int cells)
    {
        var lent = new int[cells];
        for (var i = 0; i < cells; i++)
        {
            lent[i] = _returned.TryPop(out var cell) ? cell : _fresh++;
            _isLent[lent[i]] = true;
        }

        return lent;
    }

    public void GiveBack(ReadOnlySpan<int> cells)
    {
        foreach (var cell in cells)
        {
            if (!_isLent[cell])
            {
                throw new InvalidOperationException($"Cell {cell} was not lent.");
            }

            _isLent[cell] = false;
            _returned.Push(cell);
        }
    }
}
