using System.Collections.Immutable;
using CsCheck;
using Reckon.Inference.Engines;
using Reckon.Inference.Judging;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Tests.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Judging;

public sealed class VerifierCacheTests
{
    [Fact]
    public async Task Reads_no_token_of_a_beam_search_twice()
    {
        const int beams = 64, width = 4, rounds = 8;
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);
        var frontier = new List<(Prefix Prefix, double Score)> { (Some.Prefix(), 0) };
        var distinct = (await verifier.Judge(Some.Prefix(), [])).PromptTokens;
        for (var round = 0; round < rounds; round++)
        {
            var count = round == 0 ? beams : width;
            var judged = await Task.WhenAll(frontier.Select(async beam =>
                (beam.Prefix, (await verifier.Judge(beam.Prefix, Children(count))).Scores)));
            distinct += judged.Sum(beam => Children(count).Sum(child => child.Steps[0].Text.Length + 1));
            frontier = [.. judged
                .SelectMany(beam => Children(count).Select((child, i) => (After(beam.Prefix, i, child), beam.Scores[i][^1])))
                .OrderByDescending(beam => beam.Item2)
                .Take(beams / width)];
        }

        var metrics = verifier.Metrics;
        Assert.InRange(metrics.PrefilledTokens, distinct, 1.1 * distinct);
        Assert.Equal(0, metrics.ReplayedTokens);
        Assert.Equal(distinct, metrics.CachedTokens);
        Assert.InRange(metrics.HitRate, 0.5, 1);
    }

    [Fact]
    public Task Scores_alike_with_and_without_a_cache_whatever_is_asked() =>
        Gen.Select(Gen.Int[1, 400], Gen.Select(Gen.Int[0, 2].Array[0, 3], Gen.Int[0, 2].Array[1, 3].Array[1, 3]).Array[1, 12])
            .SampleAsync(async (blocks, requests) =>
            {
                var cache = new PrefixCache<ChunkEnd>(blocks);
                await using var cached = Engine(blocks, cache);
                await using var plain = Engine(0, new NoPrefixCache<ChunkEnd>());
                foreach (var (prefix, continuations) in requests)
                {
                    var path = Some.Prefix() with { Path = [.. prefix], Steps = [.. prefix.Select(StepOf)] };
                    ImmutableArray<Proposal> proposals =
                        [.. continuations.Select(steps => new Proposal([.. steps.Select(StepOf)], Ending.Open))];

                    var expected = await plain.Judge(path, proposals);
                    var found = await cached.Judge(path, proposals);

                    Assert.Equal(expected.Scores.SelectMany(scores => scores), found.Scores.SelectMany(scores => scores));
                    Assert.InRange(cached.Metrics.PrefilledTokens, 0, plain.Metrics.PrefilledTokens);
                    cache.CheckIntegrity();
                }
            }, iter: 100, threads: 1);

    [Fact]
    public async Task Knows_what_it_was_asked_before()
    {
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);
        var children = Children(4);
        var first = await verifier.Judge(Some.Prefix(), children);
        var read = verifier.Metrics.PrefilledTokens;

        var second = await verifier.Judge(Some.Prefix(), children);

        Assert.Equal(first.Scores.SelectMany(scores => scores), second.Scores.SelectMany(scores => scores));
        Assert.Equal(read, verifier.Metrics.PrefilledTokens);
    }

    private static VerifierEngine Engine(int blocks, IPrefixCache<ChunkEnd> cache)
    {
        var tokenizer = new SimulatedTokenizer();
        var model = new SimulatedVerifierModel(Some.Language, slots: 1, contextTokens: 512, DevicePace.Instant, blocks);
        var card = new ModelCard("v", "1", "", 1, 512, ModelRole.Verifier);
        var steps = new StepEncoder(tokenizer, SimulatedTokenizer.Delimiter, SimulatedTokenizer.End);
        return new VerifierEngine(new VerifierModel(card, model, new SimulatedPrompt(), steps), new EngineOptions(), cache);
    }

    private static ImmutableArray<Proposal> Children(int count) =>
        [.. Enumerable.Range(0, count)
            .Select(child => new Proposal([new Step($"choose {(char)('a' + (child % 8))}{child}", [], 0)], Ending.Open))];

    private static Step StepOf(int letter) => new($"choose {(char)('a' + letter)}", [], 0);

    private static Prefix After(Prefix prefix, int child, Proposal proposal) =>
        prefix with { Path = prefix.Path.Add(child), Steps = prefix.Steps.AddRange(proposal.Steps) };
}
