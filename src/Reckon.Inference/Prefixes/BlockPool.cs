namespace Reckon.Inference.Prefixes;

/// <summary>Blocks, lent and given back. Any block serves for any token, so nothing is lost between them.</summary>
internal sealed class BlockPool(int count)
{
    private readonly Stack<int> _returned = [];
    private readonly bool[] _isLent = new bool[count];
    private int _fresh; // Blocks from here on were never lent, so that memory is touched only as it is needed.

    public int Count => count;

    public int Free => _returned.Count + count - _fresh;

    public int Used => _isLent.AsSpan().Count(true);

    /// <summary>Lends so many, which are free.</summary>
    public int[] Lend(int blocks)
    {
        var lent = new int[blocks];
        for (var i = 0; i < blocks; i++)
        {
            lent[i] = _returned.TryPop(out var block) ? block : _fresh++;
            _isLent[lent[i]] = true;
        }

        return lent;
    }

    public void GiveBack(ReadOnlySpan<int> blocks)
    {
        foreach (var block in blocks)
        {
            if (!_isLent[block])
            {
                throw new InvalidOperationException($"Block {block} was not lent.");
            }

            _isLent[block] = false;
            _returned.Push(block);
        }
    }
}
