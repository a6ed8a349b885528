using CsCheck;
using Reckon.Search.Strategies;

namespace Reckon.Search.Tests.Strategies;

public sealed class LargestRemainderTests
{
    [Theory]
    [InlineData(4, new[] { 0.5, 0.25, 0.25 }, new[] { 2, 1, 1 })]
    [InlineData(4, new[] { 0.26, 0.74 }, new[] { 1, 3 })]
    [InlineData(10, new[] { 0.47, 0.16, 0.37 }, new[] { 5, 1, 4 })]
    [InlineData(2, new[] { 0.25, 0.25, 0.25, 0.25 }, new[] { 1, 1, 0, 0 })]
    [InlineData(7, new[] { 1.0, 0.0 }, new[] { 7, 0 })]
    [InlineData(0, new[] { 0.5, 0.5 }, new[] { 0, 0 })]
    public void Rounds_down_and_gives_the_rest_to_those_that_lost_most(int total, double[] weights, int[] shares) =>
        Assert.Equal(shares, LargestRemainder.Share(total, weights));

    [Fact]
    public void Gives_away_all_there_is_and_each_share_to_within_one() => Gen
        .Select(Gen.Int[0, 500], Gen.Double[0, 1].Array[1, 60], Gen.Double[0.001, 2])
        .Sample((total, scores, temperature) =>
        {
            var weights = Softmax.Of(scores, temperature);

            var shares = LargestRemainder.Share(total, weights);

            Assert.Equal(total, shares.Sum());
            Assert.All(shares.Zip(weights), share => Assert.InRange(share.First - (total * share.Second), -1.0001, 1.0001));
        });
}
