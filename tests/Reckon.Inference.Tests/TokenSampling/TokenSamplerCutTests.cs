using CsCheck;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Randomness;
using Reckon.Simulation;
using Reckon.Testing;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class TokenSamplerCutTests
{
    private static readonly Sampling _plain = new(Temperature: 1, MaxStepTokens: 64, MaxAnswerTokens: 200);

    // Logits in quarters, so that some are equal; the ids of candidates have gaps.
    private static readonly Gen<(float[] Logits, int[] Candidates, Sampling Sampling, int Seed)> _cases =
        from logits in Gen.Int[-40, 40].Select(quarters => quarters / 4f).Array[1, 300]
        from gaps in Gen.Int[0, 9].Array[logits.Length]
        from temperature in OneOf(0.3, 0.8, 1.0, 2.5)
        from topK in OneOf(0, 1, 2, 7, 64, 1_000)
        from topP in OneOf(0.01, 0.5, 0.9, 0.999, 1.0)
        from minP in OneOf(0.0, 0.01, 0.3, 1.0)
        from seed in Gen.Int[0, 1_000_000]
        select (
            logits,
            Enumerable.Range(0, logits.Length).Where(id => gaps[id] > 0 || id == 0).ToArray(),
            _plain with { Temperature = temperature, TopK = topK, TopP = topP, MinP = minP },
            seed);

    [Fact]
    public void Draws_as_the_naive_sampler_does() => _cases.Sample(
        test =>
        {
            var sampler = new TokenSampler([.. test.Candidates]);
            for (var i = 0; i < 8; i++)
            {
                var uniform = RandomKey.Root(test.Seed, "cuts").Uniform(i);
                var expected = NaiveSampler.Sample(test.Candidates, test.Logits, test.Sampling, uniform);
                var draw = sampler.Sample(test.Logits, test.Sampling, null, uniform);
                Assert.Equal(expected.Id, draw.Id);
                Assert.Equal(expected.LogProbability, draw.LogProbability, 1e-9);
            }
        },
        iter: 2_000);

    [Fact]
    public void Takes_the_token_of_the_greedy_choice_when_one_is_left() => _cases.Sample(
        test =>
        {
            var sampler = new TokenSampler([.. test.Candidates]);
            var greedy = sampler.Sample(test.Logits, _plain with { Temperature = 0 }, null, 0.5);
            foreach (var sampling in (Sampling[])[test.Sampling with { TopK = 1 }, test.Sampling with { TopP = 1e-9 }])
            {
                Assert.Equal(greedy, sampler.Sample(test.Logits, sampling, null, RandomKey.Root(test.Seed, "greedy").Uniform(0)));
            }
        },
        iter: 500);

    [Fact]
    public void Draws_a_later_token_for_a_larger_number() => _cases.Sample(
        test =>
        {
            var sampler = new TokenSampler([.. test.Candidates]);
            var key = RandomKey.Root(test.Seed, "monotone");
            var tokens = Enumerable.Range(0, 16).Select(key.Uniform).Order()
                .Select(uniform => sampler.Sample(test.Logits, test.Sampling, null, uniform).Id).ToArray();
            Assert.Equal(tokens.Order(), tokens);
        },
        iter: 500);

    [Fact]
    public void Cuts_nothing_and_changes_no_bit_when_the_cuts_are_wide_open() => _cases.Sample(
        test =>
        {
            var sampler = new TokenSampler([.. test.Candidates]);
            var (plain, uniform) = (_plain with { Temperature = test.Sampling.Temperature }, RandomKey.Root(test.Seed, "open").Uniform(0));
            var expected = sampler.Sample(test.Logits, plain, null, uniform);
            foreach (var open in (Sampling[])[plain with { TopK = 10_000 }, plain with { MinP = 1e-300 },
                plain with { RepetitionPenalty = 1.5 }])
            {
                Assert.Equal(expected, sampler.Sample(test.Logits, open, PathTokens.Of([], []), uniform)); // No token to penalise.
            }
        },
        iter: 500);

    [Fact]
    public void Draws_from_a_large_vocabulary_as_the_naive_sampler_does()
    {
        const int size = 40_000;
        var logits = Enumerable.Range(0, size).Select(id => 6 * (float)SimulatedHash.Normal(SimulatedHash.Mix(7, (ulong)id))).ToArray();
        int[] candidates = [.. Enumerable.Range(0, size - 100)];
        var sampler = new TokenSampler([.. candidates]);
        foreach (var sampling in (Sampling[])[_plain, _plain with { TopK = 300, TopP = 0.9 },
            _plain with { MinP = 0.001 }, _plain with { TopK = 39_000 }])
        {
            for (var i = 0; i < 5; i++)
            {
                var uniform = RandomKey.Root(1, "large").Uniform(i);
                Assert.Equal(NaiveSampler.Sample(candidates, logits, sampling, uniform).Id,
                    sampler.Sample(logits, sampling, null, uniform).Id);
            }
        }
    }

    [Fact]
    public void Draws_as_often_as_the_cut_distribution_says()
    {
        float[] logits = [1f, 3f, 2f, 9f, 0f, 2.5f];
        int[] candidates = [0, 1, 2, 4, 5];
        var (sampler, sampling, draws) = (new TokenSampler([.. candidates]), _plain with { TopK = 4, TopP = 0.95, MinP = 0.2 }, 20_000);
        var left = NaiveSampler.Left(candidates, logits, sampling);
        var counts = new int[logits.Length];
        for (var i = 0; i < draws; i++)
        {
            counts[sampler.Sample(logits, sampling, null, RandomKey.Root(1, "cut").Uniform(i)).Id]++;
        }

        var sum = left.Sum(id => Math.Exp(logits[id]));
        Assert.Equal([1, 2, 5], left);
        Assert.Equal(draws, left.Sum(id => counts[id]));
        Assert.All(left, id => Assert.Equal(Math.Exp(logits[id]) / sum, (double)counts[id] / draws, 0.01));
    }

    [Fact]
    public void Cuts_and_penalises_as_the_table_says()
    {
        float[] logits = [2f, 1f, 1f, 0f, -1f, 9f];
        var sampler = new TokenSampler([0, 1, 2, 3, 4]);
        var path = PathTokens.Of([0, 4], [1, 1, 3]);
        Sampling[] rows =
        [
            _plain, _plain with { TopK = 3 }, _plain with { TopK = 2 }, _plain with { TopP = 0.6 },
            _plain with { TopP = 0.8 }, _plain with { MinP = 0.3 },
            _plain with { TopK = 4, TopP = 0.7 }, _plain with { TopP = 0.9, MinP = 0.1 }, _plain with { Temperature = 2, TopP = 0.6 },
            _plain with { RepetitionPenalty = 2 }, _plain with { PresencePenalty = 1 }, _plain with { FrequencyPenalty = 1 },
            _plain with { RepetitionPenalty = 2, PresencePenalty = 0.5, FrequencyPenalty = 0.25, TopK = 2 },
            _plain with { Temperature = 0, RepetitionPenalty = 3 },
        ];

        Golden.Match(string.Concat(rows.Select(sampling =>
        {
            var drawn = Enumerable.Range(0, 2_000).Select(i => sampler.Sample(logits, sampling, path, i / 2_000.0)).Distinct();
            return $"{Describe(sampling)}\n{string.Concat(drawn.Select(draw => $"  {draw.Id}  {Math.Exp(draw.LogProbability):f4}\n"))}";
        })));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Describe(Sampling sampling) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"temperature {sampling.Temperature}, top-k {sampling.TopK}, top-p {sampling.TopP}, min-p {sampling.MinP}, penalties {sampling.RepetitionPenalty} {sampling.PresencePenalty} {sampling.FrequencyPenalty}");
}
