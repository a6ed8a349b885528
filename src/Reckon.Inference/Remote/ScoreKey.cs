using System.Collections.Immutable;
using Reckon.Inference.Prefixes;

namespace Reckon.Inference.Remote;

/// <summary>A text that ends where a score is; equal to another of the same ids.</summary>
internal readonly record struct ScoreKey(ImmutableArray<int> Ids)
{
    public bool Equals(ScoreKey other) => new Chunk(Ids).Equals(new Chunk(other.Ids));

    public override int GetHashCode() => new Chunk(Ids).GetHashCode();
}
