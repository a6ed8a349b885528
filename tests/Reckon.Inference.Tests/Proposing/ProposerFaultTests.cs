using Reckon.Inference.Engines;
using Reckon.Inference.Proposing;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.Tests.TokenSampling;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Proposing;

public sealed class ProposerFaultTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(11)]
    public async Task Finishes_everything_alike_with_memory_for_fewer_rows(int mostRows)
    {
        var options = new EngineOptions { MaxRows = 16 };
        var model = Some.Model(options);
        model.MostRows = mostRows;
        await using var plain = Some.Engine(options);
        await using var engine = Some.Engine(model, options);
        model.Gate(); // All requests are there before the first runs on: else few rows might be in use at once.
        var drawing = DrawAllAsync(engine);
        await model.ArrivedAsync();
        model.Open();

        Assert.Equal(await DrawAllAsync(plain), await drawing);

        Assert.True(engine.Metrics.MemoryShortages > 0);
        Assert.Equal(plain.Metrics.GeneratedTokens, engine.Metrics.GeneratedTokens); // Nobody begins again.
        Assert.Equal(0, engine.Metrics.FailedRuns + engine.Load.Queued);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Reads_prompts_in_pieces_for_which_there_is_memory(int mostTokens)
    {
        var options = new EngineOptions { MaxRows = 4 };
        var model = Some.Model(options);
        model.MostTokens = mostTokens;
        await using var plain = Some.Engine(options);
        await using var engine = Some.Engine(model, options);

        Assert.Equal(await DrawAllAsync(plain), await DrawAllAsync(engine));

        Assert.True(engine.Metrics.MemoryShortages > 0);
        Assert.Equal(plain.Metrics.PrefilledTokens, engine.Metrics.PrefilledTokens);
    }

    [Fact]
    public async Task Fails_who_finds_no_memory_for_a_single_row()
    {
        var options = new EngineOptions { MaxRows = 4 };
        var model = Some.Model(options);
        model.MostRows = model.MostTokens = 0;
        await using var engine = Some.Engine(model, options);

        var fault = await Assert.ThrowsAsync<ModelFaultException>(() => engine.Propose(Some.Answers(3)));

        Assert.IsType<DeviceMemoryException>(fault.InnerException);
        model.MostRows = model.MostTokens = int.MaxValue;
        Assert.Equal(3, (await engine.Propose(Some.Answers(3))).Proposals.Length);
        Assert.Equal(0, engine.Load.Queued);
    }

    [Fact]
    public async Task Fails_alone_whoever_cannot_be_run()
    {
        var options = new EngineOptions { MaxRows = 32 };
        var model = Some.Model(options);
        var step = new Step("Z", [SimulatedTokenizer.FirstByte + 'Z', SimulatedTokenizer.Delimiter], 0);
        model.Poison = step.Tokens[0];
        await using var plain = Some.Engine(options);
        await using var engine = Some.Engine(model, options);
        var poisoned = new ExpandRequest(Some.Prefix(problem: 50) with { Path = [0], Steps = [step] }, 0, 4, Extent.Step, Some.Sampling);

        var failing = engine.Propose(poisoned);
        var drawn = DrawAllAsync(engine);

        Assert.Equal("simulated-proposer", (await Assert.ThrowsAsync<ModelFaultException>(() => failing)).Model);
        Assert.Equal(await DrawAllAsync(plain), await drawn);
        Assert.Equal(0, engine.Load.Queued);
    }

    [Fact]
    public async Task Fails_everybody_when_nobody_can_be_run_and_goes_on_after()
    {
        var options = new EngineOptions { MaxRows = 4 };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);
        model.Poison = SimulatedTokenizer.FirstByte + 'h'; // Of the word that every step begins with.

        foreach (var request in Enumerable.Range(1, 5).Select(problem => engine.Propose(Some.Answers(3, problem))).ToArray())
        {
            await Assert.ThrowsAsync<ModelFaultException>(() => request);
        }

        model.Poison = null;
        Assert.Equal(3, (await engine.Propose(Some.Answers(3))).Proposals.Length);
        Assert.Equal(0, engine.Load.Queued);
    }

    [Fact]
    public async Task Draws_alike_after_a_fault_that_passes()
    {
        var options = new EngineOptions { MaxRows = 8 };
        var model = Some.Model(options);
        await using var plain = Some.Engine(options);
        await using var engine = Some.Engine(model, options);
        model.Gate();
        var drawn = DrawAllAsync(engine);
        await model.ArrivedAsync();
        model.Release(3);
        model.NextFault = new InvalidOperationException("A cosmic ray.");
        model.Open();

        Assert.Equal(await DrawAllAsync(plain), await drawn);
        Assert.Equal(1, engine.Metrics.FailedRuns);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fails_alone_whose_whole_row_of_logits_cannot_be_had(bool isShortOfMemory)
    {
        var cause = new InvalidOperationException("A cosmic ray.");
        var options = new EngineOptions { MaxRows = 8 };
        var model = Some.Model(options);
        using var top = new TopModel(model, count: 1, [.. Enumerable.Range(4, 256)]);
        await using var engine = Some.Engine(top, options);

        await AssertOneFailsAsync(
            engine, model, Some.Sampling with { TopP = 0.9 }, () =>
                top.NextFault = isShortOfMemory ? new DeviceMemoryException(cause) : cause);

        Assert.Equal(1, engine.Metrics.FailedRuns);
    }

    [Fact]
    public async Task Fails_alone_whose_tokens_cannot_be_read_back()
    {
        var options = new EngineOptions { MaxRows = 8 };
        var model = Some.Model(options);
        var parts = SimulatedEngines.Parts(Some.Language, model);
        var tokenizer = new FailingTokenizer(parts.Tokenizer);
        await using var engine = new ProposerEngine(parts with { Tokenizer = tokenizer }, options);

        await AssertOneFailsAsync(engine, model, Some.Sampling, () => tokenizer.IsFailing = true);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public async Task Reads_a_prompt_again_from_whose_logits_nothing_could_be_drawn(float logit)
    {
        var options = new EngineOptions();
        var model = Some.Model(options);
        await using var plain = Some.Engine(options);
        await using var engine = Some.Engine(model, options);
        model.NextPromptLogit = logit;

        await Assert.ThrowsAsync<InvalidLogitsException>(() => engine.Propose(Some.Answers(3)));

        Assert.Equal(
            (await plain.Propose(Some.Answers(3))).Proposals.Select(Some.Print),
            (await engine.Propose(Some.Answers(3))).Proposals.Select(Some.Print));
    }

    [Fact]
    public void Waits_for_its_turn_to_get_a_whole_row_and_counts_the_time()
    {
        var turns = 0;
        var seat = new DeviceSeat(new SharedDevice(TimeProvider.System), () => turns++);
        var counters = new EngineCounters(TimeProvider.System);
        using var top = new TopModel(Some.Model(new EngineOptions()), count: 1, [1, 2]);
        top.Cut([1, 2, 3], [1]);

        Assert.Equal([1, 2, 3], new WholeRows(top, counters, seat).Of(slot: 0).ToArray());

        Assert.Equal(1, turns); // Needs are asked for at the end of each turn.
        Assert.True(counters.Snapshot().ModelSeconds > 0);
    }

    [Fact]
    public async Task Refuses_a_step_without_tokens_and_lets_others_be()
    {
        var options = new EngineOptions();
        await using var plain = Some.Engine(options);
        await using var engine = Some.Engine(options);
        Step[] steps = [new Step("", [], 0), new Step("Z", [SimulatedTokenizer.FirstByte + 'Z', SimulatedTokenizer.Delimiter], 0)];
        var malformed =
            new ExpandRequest(Some.Prefix(problem: 50) with { Path = [0, 0], Steps = [.. steps] }, 0, 4, Extent.Step, Some.Sampling);

        var drawn = DrawAllAsync(engine);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => engine.Propose(malformed));
        Assert.Equal(await DrawAllAsync(plain), await drawn);
    }

    [Fact]
    public async Task Refuses_a_prompt_without_tokens_and_lets_others_be()
    {
        var options = new EngineOptions();
        var parts = SimulatedEngines.Parts(Some.Language, Some.Model(options));
        await using var plain = Some.Engine(options);
        await using var engine = new ProposerEngine(parts with { Prompt = new SelectivePrompt(parts.Prompt) }, options);
        var nothing = Some.Answers(4) with { Prefix = Some.Prefix() with { Problem = Some.Problem() with { Question = "" } } };

        var drawn = DrawAllAsync(engine);

        Assert.Throws<ArgumentException>(() => engine.TryPropose(nothing, CancellationToken.None, out _));
        Assert.Equal(await DrawAllAsync(plain), await drawn);
        Assert.Equal(0, engine.Load.Queued);
    }

    [Fact]
    public async Task Waits_for_nobody_whose_question_cannot_be_put_into_tokens()
    {
        var options = new EngineOptions { MaxQueuedChildren = 8 };
        await using var engine = Some.Engine(options);
        var nothing = Some.Answers(8) with { Prefix = Some.Prefix() with { Problem = null! } };

        Assert.ThrowsAny<Exception>(() => engine.TryPropose(nothing, CancellationToken.None, out _));

        Assert.Equal(0, engine.Load.Queued);
    }

    // Four requests of one row each, which run side by side from the second step on.
    private static async Task AssertOneFailsAsync(IProposerEngine engine, GatedModel model, Sampling sampling, Action fail)
    {
        await using var plain = Some.Engine(new EngineOptions());
        ExpandRequest[] requests = [.. Enumerable.Range(1, 4).Select(problem => Some.Answers(1, problem) with { Sampling = sampling })];
        var expected = await Task.WhenAll(requests.Select(plain.Propose));

        model.Gate();
        var replies = requests.Select(engine.Propose).ToArray();
        await model.ArrivedAsync();
        model.Release(1); // The first step may have begun before all were there; the second has all four.
        await model.ArrivedAsync();
        fail();
        model.Open();
        await Task.WhenAll(replies.Select(reply => reply.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.IsType<ModelFaultException>(Assert.Single(replies, reply => reply.IsFaulted).Exception!.InnerException);
        foreach (var (reply, whole) in replies.Zip(expected).Where(pair => pair.First.IsCompletedSuccessfully))
        {
            Assert.Equal(whole.Proposals.Select(Some.Print), (await reply).Proposals.Select(Some.Print));
        }
    }

    private static async Task<string> DrawAllAsync(IProposerEngine engine)
    {
        var replies = await Task.WhenAll(Enumerable.Range(1, 5).Select(problem => engine.Propose(Some.Answers(problem * 2, problem))));
        return string.Join('\n', replies.SelectMany(reply => reply.Proposals).Select(Some.Print));
    }
}
