namespace Reckon.Inference.Prefixes;

/// <summary>Blocks of one token each, lent and given back. Any block can hold any token, so memory is never fragmented.</summary>
internal sealed class BlockPool(int count)
{
    private readonly Stack<int> _returned = [];
    private readonly bool[] _isLent = new bool[count];
    private int _fresh; // Blocks from here on were never lent: memory is touched only when it is needed.

    public int Count => count;

    public int Free => _returned.Count + count - _fresh;

    public int Used => _isLent.AsSpan().Count(true);

    /// <summary>Lends that many blocks, which must be free.</summary>
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
