using Reckon.Inference.Engines;
using Reckon.Inference.Judging;
using Reckon.Inference.Tests.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Judging;

public sealed class VerifierEngineTests
{
    [Fact]
    public async Task Scores_each_step_of_each_continuation_in_order()
    {
        await using var proposer = Some.Engine(new EngineOptions());
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);
        var proposals = (await proposer.Propose(Some.Answers(6))).Proposals;

        var reply = await verifier.Judge(Some.Prefix(), proposals);

        Assert.Equal(proposals.Select(proposal => proposal.Steps.Length), reply.Scores.Select(scores => scores.Length));
        Assert.All(reply.Scores.SelectMany(scores => scores), score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public async Task Scores_equal_beginnings_once()
    {
        await using var proposer = Some.Engine(new EngineOptions());
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);
        var proposals = (await proposer.Propose(Some.Answers(16))).Proposals;

        var reply = await verifier.Judge(Some.Prefix(), [.. proposals, proposals[0]]);

        var paths = proposals.SelectMany(proposal =>
            proposal.Steps.Select((_, i) => string.Join('\n', proposal.Steps.Take(i + 1).Select(step => step.Text))));
        Assert.Equal(paths.Distinct().Count(), verifier.Metrics.ScoredSteps);
        Assert.Equal(reply.Scores[0].AsEnumerable(), reply.Scores[16]);
    }

    [Fact]
    public async Task Scores_alike_whatever_was_asked_before()
    {
        await using var proposer = Some.Engine(new EngineOptions());
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);
        var proposals = (await proposer.Propose(Some.Answers(4))).Proposals;

        var together = await verifier.Judge(Some.Prefix(), proposals);

        foreach (var (i, proposal) in proposals.Index())
        {
            Assert.Equal(together.Scores[i].AsEnumerable(), (await verifier.Judge(Some.Prefix(), [proposal])).Scores[0]);
        }
    }

    [Fact]
    public async Task Fails_only_the_request_that_is_too_long()
    {
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);
        var step = new Step(new string('x', 5000), [], 0);

        await Assert.ThrowsAsync<TextTooLongException>(() => verifier.Judge(Some.Prefix(), [new Proposal([step], Ending.Open)]));

        Assert.Single((await verifier.Judge(Some.Prefix(), [new Proposal([step with { Text = "choose a" }], Ending.Open)])).Scores);
        Assert.Equal(0, verifier.Load.Queued);
    }

    [Fact]
    public async Task Refuses_what_finds_no_room()
    {
        using var clock = new HeldClock();
        var pace = new DevicePace(clock, TimeSpan.FromSeconds(1), TimeSpan.Zero);
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions { MaxQueuedChildren = 2 }, pace);
        var proposal = new Proposal([new Step("choose a", [], 0)], Ending.Open);
        var running = verifier.Judge(Some.Prefix(), [proposal, proposal]);
        await clock.ArrivedAsync();

        Assert.False(verifier.TryJudge(Some.Prefix(), [proposal], CancellationToken.None, out _));

        clock.Open();
        Assert.Equal(2, (await running).Scores.Length);
    }

    [Fact]
    public async Task Waits_for_nobody_whose_steps_cannot_be_put_into_tokens()
    {
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);
        var nothing = new Proposal([new Step(null!, [], 0)], Ending.Open);

        Assert.ThrowsAny<Exception>(() => verifier.TryJudge(Some.Prefix(), [nothing, nothing], CancellationToken.None, out _));

        Assert.Equal(0, verifier.Load.Queued);
    }

    [Fact]
    public async Task Refuses_a_prompt_without_tokens()
    {
        var steps = new StepEncoder(new SimulatedTokenizer(), SimulatedTokenizer.Delimiter, SimulatedTokenizer.End);
        var model = new SimulatedVerifierModel(Some.Language, slots: 1, Some.ContextTokens, DevicePace.Instant);
        var card = new ModelCard("v", "1", "", 1, Some.ContextTokens, ModelRole.Verifier);
        await using var verifier =
            new VerifierEngine(new VerifierModel(card, model, new SelectivePrompt(new SimulatedPrompt()), steps), new EngineOptions());
        var nothing = Some.Prefix() with { Problem = Some.Problem() with { Question = "" } };

        Assert.Throws<ArgumentException>(() =>
            verifier.TryJudge(nothing, [new Proposal([new Step("choose a", [], 0)], Ending.Open)], CancellationToken.None, out _));

        Assert.Equal(0, verifier.Load.Queued);
    }

    [Fact]
    public async Task Answers_without_reading_when_there_is_nothing_to_judge()
    {
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);

        var reply = await verifier.Judge(Some.Prefix(), []);

        Assert.Empty(reply.Scores);
        Assert.Equal(new SimulatedPrompt().Encode(Some.Problem()).Length, reply.PromptTokens);
        Assert.Equal((0, 0), (verifier.Metrics.PrefilledTokens, verifier.Metrics.StartedRequests));
    }
}
