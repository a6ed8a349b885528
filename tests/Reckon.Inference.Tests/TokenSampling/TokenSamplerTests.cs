using System.Collections.Immutable;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Randomness;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class TokenSamplerTests
{
    private static readonly float[] _logits = [1f, 3f, 2f, 9f];
    private readonly TokenSampler _sampler = new([0, 1, 2]); // Token 3 is the likeliest and may not be drawn.

    [Theory]
    // Of weights e^-2, e^0, e^-1 over their sum 1.5032, token 0 takes [0, 0.0900), token 1 [0.0900, 0.7553), token 2 the rest.
    [InlineData(1.0, 0.0, 0, -2.4076059644443806)]
    [InlineData(1.0, 0.0900, 0, -2.4076059644443806)]
    [InlineData(1.0, 0.0901, 1, -0.4076059644443806)]
    [InlineData(1.0, 0.7552, 1, -0.4076059644443806)]
    [InlineData(1.0, 0.7553, 2, -1.4076059644443806)]
    [InlineData(1.0, 0.9999999999999999, 2, -1.4076059644443806)]
    [InlineData(0.5, 0.5, 1, -0.14293162849989968)]
    [InlineData(0.5, 0.0, 0, -4.1429316284998997)]
    [InlineData(0.0, 0.999, 1, 0.0)]
    public void Draws_by_the_inverse_of_the_distribution(double temperature, double uniform, int token, double logProbability)
    {
        var draw = _sampler.Sample(_logits, At(temperature), null, uniform);

        Assert.Equal(token, draw.Id);
        Assert.Equal(logProbability, draw.LogProbability, 1e-12);
    }

    [Fact]
    public void Draws_as_often_as_the_softmax_says()
    {
        const int draws = 20_000;
        double[] expected = [0.0900306, 0.6652410, 0.2447285];
        var key = RandomKey.Root(1, "frequencies");
        var counts = new int[3];
        for (var i = 0; i < draws; i++)
        {
            counts[_sampler.Sample(_logits, At(1), null, key.Uniform(i)).Id]++;
        }

        var chiSquare = expected.Zip(counts, (p, n) => Math.Pow(n - (p * draws), 2) / (p * draws)).Sum();

        Assert.InRange(chiSquare, 0, 13.8); // Two degrees of freedom, one in a thousand; and the draws are always the same.
    }

    [Theory]
    [InlineData(0, 1, 0, 0)]
    [InlineData(0.7, 1, 0, 0)]
    [InlineData(0.7, 0.9, 0, 0)]
    [InlineData(0.7, 0.999999, 0, 0)] // More than are sought at first.
    [InlineData(0.7, 1, 5, 0)]
    [InlineData(0.7, 1, 0, 0.05)]
    public void Draws_from_a_row_are_the_same_one_by_one_and_all_at_once(double temperature, double topP, int topK, double minP)
    {
        var random = new Random(5);
        float[] logits = [.. Enumerable.Range(0, 3_000).Select(_ => (float)(3 * random.NextDouble()))];
        double[] uniforms = [.. Enumerable.Range(0, 40).Select(i => i / 40.0)];
        var sampling = At(temperature) with { TopP = topP, TopK = topK, MinP = minP };
        foreach (var shares in (ImmutableArray<KeyValuePair<int, double>>[])[[], [new(7, 0.5), new(2_000, 0)]])
        {
            var sampler = new TokenSampler([.. Enumerable.Range(0, 2_900)]);
            var all = new SampledToken[uniforms.Length];

            sampler.SampleAll(new LogitRow(logits), sampling, null, uniforms, all, shares);

            Assert.Equal(uniforms.Select(uniform => sampler.Sample(logits, sampling, null, uniform, shares)), all);
        }
    }

    [Fact]
    public void Takes_the_first_of_equals_when_greedy() =>
        Assert.Equal(1, _sampler.Sample([0f, 5f, 5f, 9f], At(0), null, 0.5).Id);

    [Fact]
    public void Never_draws_the_impossible()
    {
        float[] logits = [float.NegativeInfinity, 1f, float.NegativeInfinity, 0f];

        Assert.Equal(1, _sampler.Sample(logits, At(1), null, 0).Id);
        Assert.Equal(1, _sampler.Sample(logits, At(1), null, 0.9999999999999999).Id);
    }

    [Theory]
    [InlineData(float.NaN, 1f, 1f)]
    [InlineData(1f, 1f, float.NaN)]
    [InlineData(1f, float.PositiveInfinity, 1f)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity)]
    public void Refuses_logits_that_are_no_distribution(params float[] logits)
    {
        foreach (var sampling in (Sampling[])[At(1), At(0), At(1) with { TopK = 2 }, At(1) with { TopP = 0.5 }, At(1) with { MinP = 0.5 }])
        {
            Assert.Throws<InvalidLogitsException>(() => _sampler.Sample([.. logits, 0f], sampling, null, 0.5));
            Assert.Throws<InvalidLogitsException>(() =>
                _sampler.Sample([.. logits, 0f], sampling with { RepetitionPenalty = 2 }, PathTokens.Of([0, 1], [2]), 0.5));
        }
    }

    [Fact]
    public void Leaves_logits_alone_that_may_not_be_drawn() =>
        Assert.Equal(1, _sampler.Sample([1f, 3f, 2f, float.NaN], At(0), null, 0.5).Id);

    private static Sampling At(double temperature) => new(temperature, 64, 200);
}
