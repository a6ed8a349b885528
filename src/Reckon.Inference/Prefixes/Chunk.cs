using System.Collections.Immutable;

namespace Reckon.Inference.Prefixes;

/// <summary>
/// Tokens of a text that are cached together. Chunks are equal when their tokens are, and ordered lexicographically.
/// </summary>
/// <param name="Tokens">In the text's order; none in a chunk that only marks a place.</param>
internal readonly record struct Chunk(ImmutableArray<int> Tokens) : IComparable<Chunk>
{
    public int Length => Tokens.Length;

    public bool Equals(Chunk other) => Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan());

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var token in Tokens)
        {
            hash.Add(token);
        }

        return hash.ToHashCode();
    }

    public int CompareTo(Chunk other) => Tokens.AsSpan().SequenceCompareTo(other.Tokens.AsSpan());
}
