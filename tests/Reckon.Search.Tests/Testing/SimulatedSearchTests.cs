using Reckon.Search.Running;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Testing;

public sealed class SimulatedSearchTests
{
    private const int Many = 2_000;

    [Fact]
    public async Task The_same_request_gets_the_same_reply()
    {
        var request = Request(Extent.Answer) with { Count = 50 };

        var first = await new SimulatedSearch().Expander.ExpandAsync(request, TestContext.Current.CancellationToken);
        var second = await new SimulatedSearch().Expander.ExpandAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(first.Branches.AsEnumerable(), second.Branches);
    }

    [Fact]
    public async Task Children_do_not_depend_on_how_many_are_asked_for_at_once()
    {
        var together = await ExpandAsync(new SimulatedSearch(), Request(Extent.Answer) with { Count = 8 });
        var apart = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            index => ExpandAsync(new SimulatedSearch(), Request(Extent.Answer) with { FirstChild = index, Count = 1 })));

        Assert.Equal(together, apart.SelectMany(children => children));
    }

    [Theory, InlineData(0.0), InlineData(0.25), InlineData(1.0)]
    public async Task Steps_are_truncated_as_often_as_told(double chance)
    {
        var children = await ExpandAsync(new SimulatedSearch { TruncationChance = chance }, Request(Extent.Step));

        Assert.InRange(children.Count(child => child.Proposal.Ending == Ending.Truncated), (chance - 0.03) * Many, (chance + 0.03) * Many);
    }

    [Fact]
    public async Task Answers_end_at_each_depth_as_often_as_told()
    {
        var children = await ExpandAsync(new SimulatedSearch { FinishChances = [0, 0.25, 1] }, Request(Extent.Answer));

        Assert.InRange(children.Count(child => child.Proposal.Steps.Length == 2), 0.22 * Many, 0.28 * Many);
        Assert.InRange(children.Count(child => child.Proposal.Steps.Length == 3), 0.72 * Many, 0.78 * Many);
    }

    [Fact]
    public async Task An_answer_stays_within_its_token_limits()
    {
        var children = await ExpandAsync(
            new SimulatedSearch { FinishChances = [0] }, Request(Extent.Answer) with { Sampling = new Sampling(1, 6, 30) });

        Assert.All(children, child => Assert.InRange(child.Proposal.Cost.Generated, 1, 30));
        Assert.All(children, child => Assert.All(child.Proposal.Steps, step => Assert.InRange(step.Tokens.Length, 0, 6)));
        Assert.All(children, child => Assert.Equal(Ending.Truncated, child.Proposal.Ending));
    }

    [Fact]
    public async Task Scores_lie_between_0_and_1_and_off_the_noiseless_ones_by_the_noise_at_most()
    {
        var exact = await ExpandAsync(new SimulatedSearch { VerifierNoise = 0 }, Request(Extent.Step));
        var noisy = await ExpandAsync(new SimulatedSearch { VerifierNoise = 0.2 }, Request(Extent.Step));

        Assert.All(noisy, child => Assert.InRange(child.Verdict!.Scores[0], 0, 1));
        Assert.All(exact.Zip(noisy), pair =>
            Assert.InRange(Math.Abs(pair.First.Verdict!.Scores[0] - pair.Second.Verdict!.Scores[0]), 0, 0.2));
        Assert.Contains(exact.Zip(noisy), pair => Math.Abs(pair.First.Verdict!.Scores[0] - pair.Second.Verdict!.Scores[0]) > 0.1);
    }

    private static ExpandRequest Request(Extent extent) => new(Some.Prefix(), 0, Many, extent, Some.Sampling());

    private static async Task<IEnumerable<Branch>> ExpandAsync(SimulatedSearch search, ExpandRequest request) =>
        (await search.Expander.ExpandAsync(request, TestContext.Current.CancellationToken)).Branches;
}
