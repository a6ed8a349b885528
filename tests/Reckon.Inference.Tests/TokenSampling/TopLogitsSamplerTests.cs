using CsCheck;
using Reckon.Inference.Engines;
using Reckon.Inference.Slots;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Randomness;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class TopLogitsSamplerTests
{
    private static readonly Sampling _plain = new(Temperature: 1, MaxStepTokens: 64, MaxAnswerTokens: 200);

    [Fact]
    public void Draws_what_the_whole_row_gives_however_few_logits_are_handed_out()
    {
        var cases =
            from logits in Gen.Int[-40, 60].Select(quarters => quarters / 4f).Array[2, 120]
            from temperature in OneOf(0, 0.3, 1, 2.5)
            from topK in OneOf(0, 1, 3, 20, 20, 500)
            from topP in OneOf(0.2, 0.7, 0.95, 1)
            from minP in OneOf(0, 0.05, 0.5)
            from repetition in OneOf(1, 1, 1.3, 0.8)
            from presence in OneOf(0, 0.5, -0.5)
            from count in Gen.Int[1, 40]
            from seed in Gen.Int[0, 1_000_000]
            select (
                logits, count, seed,
                _plain with
                {
                    Temperature = temperature,
                    TopK = (int)topK,
                    TopP = topP,
                    MinP = minP,
                    RepetitionPenalty = repetition,
                    PresencePenalty = presence
                });
        var answered = 0;

        cases.Sample(
            test =>
            {
                var (logits, count, seed, sampling) = test;
                int[] candidates = [.. Enumerable.Range(0, logits.Length).Where(id => id % 11 != 5)];
                var path = PathTokens.MatterTo(sampling) ? PathTokens.Of([0, logits.Length - 1], [seed % logits.Length, 1]) : null;
                using var model = new TopModel(new SimulatedModel(Some.Language, 1, 16, DevicePace.Instant), count, candidates);
                var top = model.Cut(logits, [sampling.Temperature > 0 ? sampling.Temperature : 1]);
                var (sampler, uniform) = (new TokenSampler([.. candidates]), RandomKey.Root(seed, "top").Uniform(0));

                var draw = sampler.Sample(new LogitRow(model.WholeRow, top, slot: 0), sampling, path, uniform);

                Assert.Equal(sampler.Sample(logits, sampling, path, uniform), draw); // Bit for bit.
                Interlocked.Add(ref answered, 1 - model.WholeRows);
            },
            iter: 30_000);

        Assert.True(answered > 2_000, $"{answered} draws did without the whole row.");
    }

    [Fact]
    public void Asks_for_the_whole_row_where_the_sum_is_not_known_well_enough()
    {
        // Of ten equal tokens five reach one half, if the sum is right to the last bit.
        int[] candidates = [.. Enumerable.Range(0, 12)];
        float[] logits = [.. Enumerable.Repeat(3f, 10), -900f, -901f];
        using var model = new TopModel(new SimulatedModel(Some.Language, 1, 16, DevicePace.Instant), 11, candidates);
        var sampler = new TokenSampler([.. candidates]);

        var tokens = new[] { 0.5, 0.55 }.SelectMany(topP => Enumerable.Range(0, 20).Select(i => sampler.Sample(
            new LogitRow(model.WholeRow, model.Cut(logits, [1]), slot: 0), _plain with { TopP = topP }, null, i / 20.0).Id)).ToArray();

        Assert.Equal(20, model.WholeRows); // For one half, and not for a little more.
        Assert.Equal((4, 5), (tokens[..20].Max(), tokens[20..].Max()));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Refuses_logits_that_are_no_distribution_wherever_they_stand(float poison)
    {
        int[] candidates = [.. Enumerable.Range(0, 30)];
        var sampler = new TokenSampler([.. candidates]);
        for (var place = 0; place < 30; place++)
        {
            var logits = Enumerable.Range(0, 30).Select(id => -id / 3f).ToArray();
            logits[place] = poison;
            foreach (var sampling in (Sampling[])[_plain, _plain with { Temperature = 0 },
                _plain with { TopK = 2 }, _plain with { TopP = 0.5 }, _plain with { MinP = 0.5 }])
            {
                using var model = new TopModel(new SimulatedModel(Some.Language, 1, 16, DevicePace.Instant), 5, candidates);
                Assert.Throws<InvalidLogitsException>(() =>
                    { sampler.Sample(new LogitRow(model.WholeRow, model.Cut(logits, [1]), slot: 0), sampling, null, 0.5); });
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(64)]
    public async Task Draws_the_same_in_an_engine_and_does_without_most_rows(int count)
    {
        var options = new EngineOptions { MaxRows = 7 };
        var sampling = Some.Sampling with { TopP = 0.9, Stop = ["9"] };
        int[] candidates = [.. TokenRules.Of(new SimulatedTokenizer(), SimulatedTokenizer.Delimiter, [SimulatedTokenizer.End]).Candidates];
        var top = new TopModel(Some.Model(options), count, candidates);
        await using var plain = Some.Engine(options);
        await using var engine = Some.Engine(top, options);

        foreach (var problem in (int[])[1, 2, 3])
        {
            var request = Some.Answers(20, problem) with { Sampling = sampling };
            Assert.Equal(
                (await plain.Propose(request)).Proposals.SelectMany(proposal => proposal.Steps),
                (await engine.Propose(request)).Proposals.SelectMany(proposal => proposal.Steps));
        }

        Assert.True(top.TopSteps > 0);
        Assert.True(count == 1
            || top.WholeRows < engine.Metrics.GeneratedTokens / 4, $"{top.WholeRows} of {engine.Metrics.GeneratedTokens}");
        Assert.True(top.WholeRows <= engine.Metrics.DecodedRows,
            $"{top.WholeRows} of {engine.Metrics.DecodedRows}"); // Once for all children that share one.
    }

    [Fact]
    public async Task Fails_only_the_request_whose_row_has_no_numbers()
    {
        var options = new EngineOptions { MaxRows = 4 };
        var gated = Some.Model(options);
        await using var engine = Some.Engine(new TopModel(gated, 8, [.. Enumerable.Range(4, 256)]), options);
        gated.Gate();
        var requests = Enumerable.Range(1, 4)
            .Select(problem => engine.Propose(Some.Answers(1, problem) with { Sampling = Some.Sampling with { TopK = 4 } })).ToArray();
        await gated.ArrivedAsync();
        gated.Release(1); // The first step may have begun before all were there; the second has all four.
        await gated.ArrivedAsync();
        gated.NextNaNRow = 2;
        gated.Open();

        await Task.WhenAll(requests.Select(request => request.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(3, requests.Count(request => request.IsCompletedSuccessfully));
        Assert.IsType<InvalidLogitsException>(Assert.Single(requests, request => request.IsFaulted).Exception!.InnerException);
    }

    private static Gen<double> OneOf(params double[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
