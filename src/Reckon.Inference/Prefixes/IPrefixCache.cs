namespace Reckon.Inference.Prefixes;

/// <summary>
/// Beginnings of texts whose keys and values are kept outside the slots. A text is a path of chunks, each read by one run or
/// by decode steps, always after the same tokens: so what is kept has the bits that reading it again would give. Decides and
/// counts; who calls it moves the data. For one thread.
/// </summary>
/// <typeparam name="T">What a caller wants to know at the end of a chunk.</typeparam>
internal interface IPrefixCache<T>
{
    /// <summary>Blocks in all.</summary>
    int Blocks { get; }

    /// <summary>Blocks that hold a token.</summary>
    int UsedBlocks { get; }

    /// <summary>Chunks that had to make room, since the start.</summary>
    long Evictions { get; }

    /// <summary>The longest kept beginning of <paramref name="path"/>, one node a chunk, first chunk first. Counts as a use of it.</summary>
    IReadOnlyList<PrefixNode<T>> Match(ReadOnlySpan<Chunk> path);

    /// <summary>Keeps a chunk, and makes room for it where it must: what was used longest ago goes first, never <paramref name="parent"/>'s own path.</summary>
    /// <param name="parent">The chunk before; null for the first of a text. When it is no longer kept, nothing happens.</param>
    /// <param name="chunk">What identifies it after its parent.</param>
    /// <param name="blocks">How many tokens are to be kept for it.</param>
    /// <param name="value">What is to be known at its end.</param>
    /// <param name="copy">Fills the blocks it is given. When it throws, nothing is kept.</param>
    /// <returns>The new node, or the one that was there; null when there is no room.</returns>
    PrefixNode<T>? Store(PrefixNode<T>? parent, Chunk chunk, int blocks, T value, Action<int[]> copy);

    /// <summary>Forgets everything.</summary>
    void Clear();

    /// <summary>Throws when free and used blocks are not all blocks, or the order of use is not what it should be.</summary>
    void CheckIntegrity();
}
