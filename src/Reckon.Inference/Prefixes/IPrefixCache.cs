namespace Reckon.Inference.Prefixes;

/// <summary>
/// Beginnings of texts whose KV cache is stored outside the slots. A text is a path of chunks. A chunk is always read in the same way after
/// the same tokens, so what is stored has the bits that reading it again would give. Decides and counts; its caller moves the data. For one
/// thread.
/// </summary>
/// <typeparam name="T">What is stored with the end of a chunk.</typeparam>
internal interface IPrefixCache<T>
{
    /// <summary>Blocks in all.</summary>
    int Blocks { get; }

    /// <summary>Blocks that hold a token.</summary>
    int UsedBlocks { get; }

    /// <summary>Chunks that made room for others, since the start.</summary>
    long Evictions { get; }

    /// <summary>
    /// The longest cached beginning of <paramref name="path"/>, one node per chunk, first chunk first. Counts as a use of it.
    /// </summary>
    IReadOnlyList<PrefixNode<T>> Match(ReadOnlySpan<Chunk> path);

    /// <summary>
    /// Stores a chunk. Where there is no room, chunks that were used longest ago are evicted, but none on the path to
    /// <paramref name="parent"/>.
    /// </summary>
    /// <param name="parent">The chunk before; null for the first of a text. When it was evicted, nothing is stored.</param>
    /// <param name="chunk">What identifies it after its parent.</param>
    /// <param name="blocks">Tokens to be stored for it.</param>
    /// <param name="value">What is stored with its end.</param>
    /// <param name="copy">Fills the blocks it is given. When it throws, nothing is stored.</param>
    /// <returns>The new node, or the one that was there; null when there is no room.</returns>
    PrefixNode<T>? Store(PrefixNode<T>? parent, Chunk chunk, int blocks, T value, Action<int[]> copy);

    /// <summary>Forgets everything.</summary>
    void Clear();

    /// <summary>Throws when free and used blocks are not all blocks, or the order of use is not what it should be.</summary>
    void CheckIntegrity();
}
