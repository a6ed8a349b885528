namespace Reckon.Inference.Prefixes;

/// <summary>A chunk after its parent's, and where its tokens are kept.</summary>
internal sealed class PrefixNode<T>(PrefixNode<T>? parent, Chunk chunk, int[] blocks, T value)
{
    public PrefixNode<T>? Parent => parent;

    /// <summary>Chunks before it.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public Chunk Chunk => chunk;

    /// <summary>One a token, in order.</summary>
    public int[] Blocks => blocks;

    /// <summary>What is known at its end.</summary>
    public T Value { get; set; } = value;

    /// <summary>Whether it still is in the cache: a node that was evicted never comes back.</summary>
    public bool IsCached { get; set; } = true;

    public Dictionary<Chunk, PrefixNode<T>> Children { get; } = [];
}
