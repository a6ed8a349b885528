namespace Reckon.Inference.Prefixes;

/// <summary>Stores nothing: every text is read from its beginning. Tests compare other caches with it.</summary>
internal sealed class NoPrefixCache<T> : IPrefixCache<T>
{
    public int Blocks => 0;

    public int UsedBlocks => 0;

    public long Evictions => 0;

    public IReadOnlyList<PrefixNode<T>> Match(ReadOnlySpan<Chunk> path) => [];

    public PrefixNode<T>? Store(PrefixNode<T>? parent, Chunk chunk, int blocks, T value, Action<int[]> copy) => null;

    public void Clear()
    {
        // Holds nothing.
    }

    public void CheckIntegrity()
    {
        // There is nothing to check.
    }
}
