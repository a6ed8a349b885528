using System.Collections.Immutable;

namespace Reckon.Inference.Judging;

/// <summary>Orders texts that are cut into chunks: by the first chunk, then the second, and so on.</summary>
internal sealed class ChunkComparer : IComparer<ImmutableArray<ImmutableArray<int>>>
{
    public static ChunkComparer Instance { get; } = new();

    public int Compare(ImmutableArray<ImmutableArray<int>> left, ImmutableArray<ImmutableArray<int>> right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i].AsSpan().SequenceCompareTo(right[i].AsSpan()) is var order and not 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
