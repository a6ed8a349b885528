using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Proposing;
using Reckon.Inference.Tests.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Proposing;

public sealed class ProposerCacheTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, 40)]
    [InlineData(3, 1, 100)]
    [InlineData(64, 32, 300)]
    [InlineData(64, 32, 65_536)]
    public async Task Draws_the_same_whatever_is_kept(int maxRows, int maxParkedRows, int maxKeptTokens)
    {
        var options = new EngineOptions { MaxRows = maxRows, MaxParkedRows = maxParkedRows, MaxKeptTokens = maxKeptTokens };
        var cache = new PrefixCache<float[]>(maxKeptTokens);
        await using var plain = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        await using var keeping = new ProposerEngine(SimulatedEngines.Parts(Some.Language, Some.Model(options)), options, cache);

        Assert.Equal(await GrowAsync(plain), await GrowAsync(keeping));
        Assert.Equal(await GrowAsync(plain), await GrowAsync(keeping));

        await keeping.DisposeAsync();
        cache.CheckIntegrity();
        Assert.Equal(0, plain.Metrics.RestoredTokens);
    }

    [Fact]
    public async Task Reads_no_prompt_twice_and_of_a_prefix_its_last_token()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var prefix = Some.Prefix();
        var prompt = 0;
        var depth = 0;
        while (true)
        {
            var reply = await engine.Propose(new ExpandRequest(prefix, 0, 4, Extent.Step, Some.Sampling));
            prompt = reply.PromptTokens;
            if (reply.Proposals[2].Ending != Ending.Open)
            {
                break;
            }

            prefix = After(prefix, 2, reply.Proposals[2]);
            depth++;
        }

        var metrics = engine.Metrics;
        Assert.Equal(prompt, metrics.PrefilledTokens);
        Assert.Equal(depth, metrics.ReplayedTokens); // A step's last token is drawn, and read only when something follows.
        Assert.True(depth >= 2 && metrics.HitRate > 0.5 && metrics.EvictedPrefixes == 0);
    }

    [Fact]
    public async Task Shares_a_prompt_among_seeds()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var replies = new List<ProposeReply>();
        for (var seed = 0; seed < 5; seed++)
        {
            replies.Add(await engine.Propose(Some.Answers(3) with { Prefix = Some.Prefix(seed: seed) }));
        }

        Assert.Equal(replies[0].PromptTokens, engine.Metrics.PrefilledTokens);
        Assert.Equal(4 * replies[0].PromptTokens, engine.Metrics.RestoredTokens);
    }

    [Fact]
    public async Task Reads_what_problems_have_in_common_once()
    {
        const int problems = 10, common = 120;
        await using var plain = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        await using var keeping = Some.Engine(new EngineOptions());
        var requests = Enumerable.Range(0, problems).Select(i => Some.Answers(3) with
        {
            Prefix =
                Some.Prefix() with { Problem = Some.Problem() with { Id = $"p{i}", Question = $"{new string('x', common)} {i * 7}?" } },
        }).ToArray();

        foreach (var request in requests)
        {
            Assert.Equal(Print(await plain.Propose(request)), Print(await keeping.Propose(request)));
        }

        var (read, saved) = (plain.Metrics.PrefilledTokens, keeping.Metrics.RestoredTokens);
        Assert.Equal(read, keeping.Metrics.PrefilledTokens + saved);
        Assert.InRange(saved, (problems - 1) * (common - 16), (problems - 1) * (common + 20));
        Assert.Equal(read, keeping.Metrics.LookedUpTokens);
        Assert.Equal((double)saved / read, keeping.Metrics.HitRate);

        static string Print(ProposeReply reply) => string.Join('\n', reply.Proposals.Select(Some.Print));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Reads_the_last_chunk_of_a_prompt_again_whose_logits_had_to_make_room(int rows)
    {
        var logits = rows * Some.Model(new EngineOptions()).Limits.Logits;
        await using var plain = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        await using var keeping = Some.Engine(new EngineOptions { MaxKeptLogits = logits });
        var read = new List<long>();
        foreach (var problem in (int[])[1, 1, 2, 1, 1])
        {
            var before = keeping.Metrics.PrefilledTokens;
            var (expected, found) = (await plain.Propose(Some.Answers(3, problem)), await keeping.Propose(Some.Answers(3, problem)));
            Assert.Equal(expected.Proposals.Select(Some.Print), found.Proposals.Select(Some.Print));
            read.Add(keeping.Metrics.PrefilledTokens - before);
        }

        Assert.All(new[] { read[1], read[4] }, tokens => Assert.Equal(rows == 1, tokens == 0));
        Assert.InRange(read[3], 2, 17); // The second prompt took the only place.
    }

    [Fact]
    public async Task Goes_on_behind_a_prompt_whose_logits_are_not_kept_without_reading_any_of_it()
    {
        await using var plain = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        await using var keeping = Some.Engine(new EngineOptions { MaxKeptLogits = 0 });
        var root = new ExpandRequest(Some.Prefix(), 0, 2, Extent.Step, Some.Sampling);
        var child = (await keeping.Propose(root)).Proposals[1];
        var read = keeping.Metrics.PrefilledTokens;
        var behind = root with { Prefix = After(Some.Prefix(), 1, child) };

        Assert.Equal((await plain.Propose(behind)).Proposals.Select(Some.Print),
            (await keeping.Propose(behind)).Proposals.Select(Some.Print));

        Assert.Equal(read, keeping.Metrics.PrefilledTokens);
    }

    [Fact]
    public async Task Takes_no_prompt_for_the_beginning_of_another()
    {
        // The second prompt continues the first, and the third ends in the middle of both.
        await using var plain = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        await using var keeping = Some.Engine(new EngineOptions());
        foreach (var length in (int[])[60, 76, 40, 92, 60, 24])
        {
            var problem = Some.Problem() with { Question = new string('x', length) };
            var request = Some.Answers(2) with { Prefix = Some.Prefix() with { Problem = problem } };
            Assert.Equal((await plain.Propose(request)).Proposals.Select(Some.Print),
                (await keeping.Propose(request)).Proposals.Select(Some.Print));
        }
    }

    [Fact]
    public async Task Takes_no_step_behind_half_a_prompt_for_a_piece_of_another()
    {
        // The prompt has one token more than may be kept: its first chunk of 16 is kept, and its last of 17 finds no room.
        const int kept = 32, chunk = 16;
        await using var plain = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        await using var keeping = Some.Engine(new EngineOptions { MaxKeptTokens = kept });
        var (tokenizer, step) = (new SimulatedTokenizer(), new string('y', chunk - 1) + '\n');
        var marks = new SimulatedPrompt().Encode(Some.Problem() with { Question = "" }).Length;
        var first = Some.Prefix() with { Problem = Some.Problem() with { Question = new string('x', kept + 1 - marks) } };
        var behind = first with { Path = [0], Steps = [new Step(step, tokenizer.Encode(step), 0)] };
        await keeping.Propose(new ExpandRequest(first, 0, 1, Extent.Step, Some.Sampling));
        await keeping.Propose(new ExpandRequest(behind, 0, 1, Extent.Step, Some.Sampling));

        // The other prompt's second chunk is the step, letter for letter.
        var question = $"{new string('x', chunk + 1 - marks)}{step}and so on";
        var other = Some.Answers(8) with { Prefix = Some.Prefix() with { Problem = Some.Problem() with { Question = question } } };

        Assert.Equal((await plain.Propose(other)).Proposals.Select(Some.Print),
            (await keeping.Propose(other)).Proposals.Select(Some.Print));
    }

    [Fact]
    public async Task Keeps_no_more_than_it_may_and_goes_on()
    {
        var options = new EngineOptions { MaxKeptTokens = 60 };
        await using var engine = Some.Engine(options);

        await GrowAsync(engine);

        Assert.InRange(engine.Metrics.CachedTokens, 1, 60);
        Assert.True(engine.Metrics.EvictedPrefixes > 0);
    }

    // Three rounds of a beam search over six problems at once, then whole answers.
    private static async Task<string> GrowAsync(IProposerEngine engine) =>
        string.Join('\n', await Task.WhenAll(Enumerable.Range(1, 6).Select(problem => GrowAsync(engine, Some.Prefix(problem)))));

    private static async Task<string> GrowAsync(IProposerEngine engine, Prefix root)
    {
        var (frontier, lines) = (new List<Prefix> { root }, new List<string>());
        for (var round = 0; round < 4; round++)
        {
            var extent = round == 3 ? Extent.Answer : Extent.Step;
            var replies =
                await Task.WhenAll(frontier.Select(prefix => engine.Propose(new ExpandRequest(prefix, 0, 3, extent, Some.Sampling))));
            lines.AddRange(replies.SelectMany(reply => reply.Proposals).Select(Print));
            frontier = [.. frontier
                .SelectMany((prefix, i) =>
                    replies[i].Proposals.Select((proposal, child) => (Next: After(prefix, child, proposal), proposal.Ending)))
                .Where(child => child.Ending == Ending.Open)
                .Select(child => child.Next)
                .Take(4)];
        }

        return string.Join('\n', lines);
    }

    private static Prefix After(Prefix prefix, int child, Proposal proposal) =>
        prefix with { Path = prefix.Path.Add(child), Steps = prefix.Steps.AddRange(proposal.Steps) };

    private static string Print(Proposal proposal) =>
        $"{proposal.Ending} {string.Join('|', proposal.Steps.Select(step => $"{step.Text} {step.LogProbability:r}"))}";
}
