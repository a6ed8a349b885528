using Reckon.Search.Strategies;

namespace Reckon.Search.Tests.Strategies;

public sealed class SoftmaxTests
{
    [Fact]
    public void Weighs_by_the_exponential() => Assert.All(
        Softmax.Of([0, Math.Log(2), Math.Log(5)], 1).Zip([0.125, 0.25, 0.625]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));

    [Fact]
    public void A_low_temperature_prefers_the_largest_and_a_high_one_none()
    {
        Assert.Equal([0.0, 1.0], Softmax.Of([0.2, 0.9], 0.0001));
        Assert.All(Softmax.Of([0.2, 0.9], 1e6), weight => Assert.Equal(0.5, weight, 1e-6));
    }

    [Fact]
    public void Large_values_neither_overflow_nor_vanish()
    {
        Assert.Equal([0.5, 0.5], Softmax.Of([1e5, 1e5], 0.001));
        Assert.Equal([0.5, 0.5], Softmax.Of([-1e5, -1e5], 0.001));
    }
}
