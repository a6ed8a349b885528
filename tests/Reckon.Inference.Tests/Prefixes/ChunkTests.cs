using CsCheck;
using Reckon.Inference.Prefixes;

namespace Reckon.Inference.Tests.Prefixes;

public sealed class ChunkTests
{
    private static readonly Gen<int[]> _tokens = Gen.Int[0, 2].Array[0, 3];

    [Fact]
    public void Is_equal_and_in_order_as_its_tokens_are() => Gen.Select(_tokens, _tokens).Sample((left, right) =>
    {
        var (one, other) = (new Chunk([.. left]), new Chunk([.. right]));

        Assert.Equal(left.SequenceEqual(right), one == other);
        Assert.True(one != other || one.GetHashCode() == other.GetHashCode());
        Assert.Equal(Math.Sign(left.AsSpan().SequenceCompareTo(right)), Math.Sign(one.CompareTo(other)));
    });
}
