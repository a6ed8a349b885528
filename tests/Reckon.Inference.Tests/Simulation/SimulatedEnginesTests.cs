using Reckon.Inference.Engines;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.Tests.Judging;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Simulation;

public sealed class SimulatedEnginesTests
{
    [Fact]
    public async Task Solves_easy_problems_more_often_than_hard_ones()
    {
        await using var engine = Some.Engine(new EngineOptions());

        var easy = await Accuracy(engine, level: 1);
        var hard = await Accuracy(engine, level: 5);

        Assert.InRange(easy, 0.7, 1);
        Assert.InRange(hard, 0.02, 0.3);
    }

    [Fact]
    public async Task Agrees_on_few_wrong_answers()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var problem = Some.Problem(level: 5);

        var answers = (await engine.Propose(Some.Answers(64) with { Prefix = new Prefix(problem, 1, [], []) })).Proposals.Select(AnswerOf)
            .Distinct();

        Assert.InRange(answers.Count(), 2, 4);
    }

    [Theory]
    [InlineData(1.5, 1.0, 0.75, 0.999)]
    [InlineData(0.0, 1.0, 0.4, 0.6)]
    [InlineData(8.0, 0.5, 0.999, 1.0)]
    public async Task Tells_right_from_wrong_as_well_as_it_is_told_to(double sharpness, double noise, double least, double most)
    {
        var language = Some.Language with { VerifierSharpness = sharpness, VerifierNoise = noise };
        await using var engine = Some.Engine(new EngineOptions());
        await using var verifier = SimulatedEngines.OpenVerifier(language, new EngineOptions(), DevicePace.Instant);
        var (right, wrong) = (new List<double>(), new List<double>());
        for (var number = 1; number <= 12; number++)
        {
            var prefix = new Prefix(Some.Problem(number, level: 3), 1, [], []);
            var proposals = (await engine.Propose(Some.Answers(32) with { Prefix = prefix })).Proposals;
            Assert.True(verifier.TryJudge(prefix, proposals, CancellationToken.None, out var reply));
            foreach (var (i, scores) in (await reply).Scores.Index())
            {
                (AnswerOf(proposals[i]) == prefix.Problem.Reference ? right : wrong).Add(scores[^1]);
            }
        }

        var pairs = right.SelectMany(_ => wrong, (first, second) => (first, second)).ToArray();

        Assert.InRange(pairs.Average(pair => pair.first > pair.second ? 1.0 : 0.0), least, most);
    }

    [Fact]
    public async Task Takes_the_time_of_its_device()
    {
        using var clock = new HeldClock();
        var pace = new DevicePace(clock, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(1));
        await using var engine = SimulatedEngines.OpenProposer(Some.Language, new EngineOptions(), pace);

        var reply = engine.Propose(Some.Answers(1));
        await clock.ArrivedAsync();

        Assert.False(reply.IsCompleted);
        clock.Open();
        Assert.Single((await reply).Proposals);
    }

    private static async Task<double> Accuracy(IProposerEngine engine, int level)
    {
        var right = 0;
        for (var number = 1; number <= 20; number++)
        {
            var problem = Some.Problem(number, level);
            var reply = await engine.Propose(Some.Answers(20) with { Prefix = new Prefix(problem, 1, [], []) });
            right += reply.Proposals.Count(proposal => AnswerOf(proposal) == problem.Reference);
        }

        return right / 400.0;
    }

    private static string AnswerOf(Proposal proposal) => proposal.Steps[^1].Text.Replace("#### ", "", StringComparison.Ordinal);
}
