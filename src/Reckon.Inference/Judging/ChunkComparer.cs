using System.Collections.Immutable;

namespace Reckon.Inference;

/// <summary>Texts are equal when they are cut into equal chunks.</summary>
internal sealed class ChunkComparer : IEqualityComparer<ImmutableArray<ImmutableArray<int>>>
{
    public static ChunkComparer Instance { get; } = new();

    public bool Equals(ImmutableArray<ImmutableArray<int>> left, ImmutableArray<ImmutableArray<int>> right) =>
        left.Length == right.Length && left.Zip(right).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second.AsSpan()));

    public int GetHashCode(ImmutableArray<ImmutableArray<int>> chunks)
    {
        var hash = default(HashCode);
        foreach (var id in chunks.SelectMany(chunk => chunk))
        {
            hash.Add(id);
        }

        return hash.ToHashCode();
    }
}
