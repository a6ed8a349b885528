using Reckon.Inference.Engines;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.Tests.TokenSampling;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Search.Trees;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Proposing;

public sealed class SamplingInEngineTests
{
    // Penalties see the whole path, and stops begin in one step and end in the next.
    private static readonly Sampling _sampling = Some.Sampling with
    {
        Temperature = 2,
        TopK = 200,
        TopP = 0.999,
        MinP = 1e-6,
        RepetitionPenalty = 1.05,
        PresencePenalty = 0.2,
        FrequencyPenalty = 0.3,
        Stop = ["e\nchoose d", "### 9"],
    };

    [Fact]
    public async Task Draws_an_answer_as_the_path_of_first_children_step_by_step()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var answers = (await engine.Propose(Some.Answers(24) with { Sampling = _sampling })).Proposals;
        foreach (var (child, answer) in answers.Index())
        {
            var (prefix, index) = (Some.Prefix(), child);
            foreach (var step in answer.Steps)
            {
                var proposal = (await engine.Propose(new ExpandRequest(prefix, index, 1, Extent.Step, _sampling))).Proposals[0];
                Assert.Equal(step, Assert.Single(proposal.Steps));
                (prefix, index) = (prefix with { Path = prefix.Path.Add(index), Steps = prefix.Steps.Add(step) }, 0);
            }
        }

        Assert.Contains(answers, answer => answer.Steps.Length > 1 && answer.Steps[^1].Tokens[^1] == 'd' + SimulatedTokenizer.FirstByte);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public async Task Draws_the_same_whatever_its_sizes(int maxRows, int maxKept)
    {
        await using var reference = Some.Engine(new EngineOptions());
        await using var engine = Some.Engine(new EngineOptions { MaxRows = maxRows, MaxParkedRows = maxKept });
        var request = Some.Answers(20) with { Sampling = _sampling };

        Assert.Equal(
            (await reference.Propose(request)).Proposals.SelectMany(proposal => proposal.Steps),
            (await engine.Propose(request)).Proposals.SelectMany(proposal => proposal.Steps));
    }

    [Fact]
    public async Task Draws_the_same_behind_a_prefix_from_the_largest_logits_whoever_else_is_in_the_batch()
    {
        var sampling = Some.Sampling with { Temperature = 2, TopP = 0.6 };
        var options = new EngineOptions();
        var rules = TokenRules.Of(new SimulatedTokenizer(), SimulatedTokenizer.Delimiter, [SimulatedTokenizer.End]);
        using var model = new TopModel(Some.Model(options), count: 100, [.. rules.Candidates]);
        await using var plain = Some.Engine(options);
        await using var cutting = Some.Engine(model, options);

        Assert.Equal(await DrawBehindPrefixesAsync(plain, sampling), await DrawBehindPrefixesAsync(cutting, sampling));
        Assert.True(model.TopSteps > 0);
    }

    [Fact]
    public async Task Keeps_the_log_probability_of_every_token()
    {
        await using var engine = Some.Engine(new EngineOptions());

        var steps = (await engine.Propose(Some.Answers(8))).Proposals.SelectMany(proposal => proposal.Steps);

        Assert.All(steps, step => Assert.Equal(step.Tokens.Length, step.TokenLogProbabilities.Length));
        Assert.All(steps, step => Assert.Equal(step.LogProbability, step.TokenLogProbabilities.Sum(value => (double)value), 1e-5));
    }

    [Fact]
    public async Task A_sweep_may_say_where_a_step_ends()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var request = Some.Answers(3) with { Extent = Extent.Step, Sampling = Some.Sampling with { StepDelimiter = "oose " } };

        var proposals = (await engine.Propose(request)).Proposals;

        Assert.All(proposals, proposal => Assert.Equal((Ending.Open, "ch"), (proposal.Ending, Assert.Single(proposal.Steps).Text)));
        Assert.All(proposals, proposal => Assert.Equal("choose ", new SimulatedTokenizer().Decode(proposal.Steps[0].Tokens.AsSpan())));
    }

    public static TheoryData<Sampling> Malformed =>
    [
        Some.Sampling with { TopK = -1 },
        Some.Sampling with { TopP = 0 },
        Some.Sampling with { TopP = double.NaN },
        Some.Sampling with { MinP = 1.1 },
        Some.Sampling with { RepetitionPenalty = 0 },
        Some.Sampling with { RepetitionPenalty = double.PositiveInfinity },
        Some.Sampling with { PresencePenalty = double.NaN },
        Some.Sampling with { FrequencyPenalty = double.NegativeInfinity },
        Some.Sampling with { Stop = [""] },
        Some.Sampling with { StepDelimiter = "" },
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Refuses_what_no_token_can_be_drawn_by(Sampling sampling)
    {
        await using var engine = Some.Engine(new EngineOptions());

        Assert.ThrowsAny<ArgumentException>(() =>
            engine.TryPropose(Some.Answers(1) with { Sampling = sampling }, CancellationToken.None, out _));
    }

    // The first token after each prefix is a choice; others are drawn meanwhile.
    private static async Task<string> DrawBehindPrefixesAsync(IProposerEngine engine, Sampling sampling)
    {
        var start = new SimulatedTokenizer().Encode(SimulatedLanguage.StepStart);
        var others = engine.Propose(Some.Answers(16, problem: 99) with { Sampling = sampling });
        var behind = Enumerable.Range(1, 20).Select(problem =>
            engine.Propose(new ExpandRequest(Some.Prefix(problem) with { Path = [0], Steps = [new Step("choose ", start, 0)] },
                0, 1, Extent.Step, sampling)));
        var replies = await Task.WhenAll([others, .. behind]);
        return string.Join('\n', replies.SelectMany(reply => reply.Proposals).Select(Some.Print));
    }
}
