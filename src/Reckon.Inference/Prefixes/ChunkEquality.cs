using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Reckon.Inference.Prefixes;

/// <summary>Chunks are equal when their tokens are.</summary>
internal sealed class ChunkEquality : IEqualityComparer<ImmutableArray<int>>
{
    public static ChunkEquality Instance { get; } = new();

    public bool Equals(ImmutableArray<int> left, ImmutableArray<int> right) => left.AsSpan().SequenceEqual(right.AsSpan());

    public int GetHashCode([DisallowNull] ImmutableArray<int> chunk)
    {
        var hash = default(HashCode);
        foreach (var token in chunk)
        {
            hash.Add(token);
        }

        return hash.ToHashCode();
    }
}
