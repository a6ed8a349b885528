using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class ExponentialTests
{
    [Fact]
    public void Is_within_two_last_bits_of_the_platforms()
    {
        var logits = Enumerable.Range(0, 20_001).Select(i => -i * 0.035f).ToArray(); // To −700.
        var weights = new double[logits.Length];

        Exponential.Fill(logits, 0, 1, weights);

        Assert.All(logits.Zip(weights), pair => Assert.InRange(pair.Second / Math.Exp(pair.First), 1 - 4.5e-16, 1 + 4.5e-16));
    }

    [Theory]
    [InlineData(0f, 0x3FF0000000000000)]
    [InlineData(-1f, 0x3FD78B56362CEF38)]
    [InlineData(-10f, 0x3F07CD79B5647C9A)]
    [InlineData(-709f, 0)]
    [InlineData(float.NegativeInfinity, 0)]
    public void Has_the_same_bits_everywhere(float logit, long bits)
    {
        Span<double> weight = stackalloc double[1];

        Exponential.Fill([logit], 0, 1, weight);

        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(weight[0]));
    }

    [Fact]
    public void Has_the_same_bits_wherever_a_number_stands()
    {
        var logits = Enumerable.Range(0, 67).Select(i => -i * 0.37f).ToArray();
        var (all, one) = (new double[logits.Length], new double[1]);

        Exponential.Fill(logits, 1, 0.7, all);

        foreach (var (i, weight) in all.Index())
        {
            Exponential.Fill(logits.AsSpan(i, 1), 1, 0.7, one);
            Assert.Equal(weight, one[0]);
        }
    }
}
