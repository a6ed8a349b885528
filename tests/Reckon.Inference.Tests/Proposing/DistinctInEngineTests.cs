using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Tests.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Tests.Proposing;

public sealed class DistinctInEngineTests
{
    [Fact]
    public async Task Draws_no_answer_twice_and_fewer_are_the_first_of_more()
    {
        await using var engine = Some.Engine(new EngineOptions());

        var few = await DistinctAsync(engine, 5, Draw.DistinctAnswers);
        var many = await DistinctAsync(engine, 40, Draw.DistinctAnswers);

        Assert.Distinct(many.Select(Some.Print));
        Assert.Equal(few.Select(Some.Print), many.Take(5).Select(Some.Print));
    }

    [Fact]
    public async Task Sampling_as_usual_does_repeat()
    {
        await using var engine = Some.Engine(new EngineOptions());

        var answers = (await engine.Propose(Some.Answers(41) with { Sampling = _sampling })).Proposals;

        Assert.True(answers.Select(Some.Print).Distinct().Count() < answers.Length);
    }

    [Fact]
    public async Task Draws_no_first_step_twice()
    {
        await using var engine = Some.Engine(new EngineOptions());

        var answers = await DistinctAsync(engine, 6, Draw.DistinctSteps);

        Assert.Distinct(answers.Select(answer => answer.Steps[0].Text));
    }

    [Fact]
    public async Task Refuses_children_that_must_differ_in_one_request()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var first = (await engine.Propose(Some.Answers(1))).Proposals[0];

        Assert.Throws<ArgumentException>(() => engine.TryPropose(Some.Answers(2) with { Taken = [first] }, CancellationToken.None, out _));
    }

    // Cold enough to repeat itself.
    private static readonly Sampling _sampling = Some.Sampling with { Temperature = 0.7 };

    private static async Task<ImmutableArray<Proposal>> DistinctAsync(IProposerEngine engine, int count, Draw draw)
    {
        var proposer = new EngineProposer(engine);
        var first = (await engine.Propose(Some.Answers(1) with { Sampling = _sampling })).Proposals[0];
        var request = Some.Answers(count - 1) with
        {
            Sampling = _sampling,
            FirstChild = ChildIndex.Distinct(draw, 0, 1),
            Taken = [draw == Draw.DistinctSteps ? first.First(1) : first],
        };
        var others = await proposer.ProposeAllAsync(request, TestContext.Current.CancellationToken);
        return [first, .. others.Proposals];
    }

    private sealed class EngineProposer(IProposerEngine engine) : IProposer
    {
        public Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken) => engine.Propose(request);
    }
}
