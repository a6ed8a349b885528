using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running;

public sealed class ProposeThenJudgeTests
{
    private static readonly ExpandRequest _twelve = new(Some.Prefix(), FirstChild: 3, Count: 12, Extent.Step, Some.Sampling());

    private readonly SimulatedSearch _search = new() { TruncationChance = 0.5, FinishChances = [0.5] };

    [Fact]
    public async Task Answers_with_the_children_asked_for_in_order()
    {
        var reply = await _search.Expander.ExpandAsync(_twelve, TestContext.Current.CancellationToken);

        var drawn = await _search.ProposeAsync(_twelve with { FirstChild = 0, Count = 15 }, TestContext.Current.CancellationToken);
        Assert.Equal(drawn.Proposals.Skip(3), reply.Branches.Select(branch => branch.Proposal));
    }

    [Fact]
    public async Task Without_a_verifier_nothing_is_judged_and_nothing_is_charged_for_it()
    {
        var reply = await new ProposeThenJudge(_search, null).ExpandAsync(_twelve, TestContext.Current.CancellationToken);

        Assert.All(reply.Branches, branch => Assert.Null(branch.Verdict));
        Assert.Equal((5, 0, 0), (reply.Prompt.Prompt, reply.Prompt.Verifier, reply.Cost.Verifier));
    }

    [Fact]
    public async Task Keeps_truncated_continuations_from_the_verifier()
    {
        var verifier = new Listener(_search);

        var reply = await new ProposeThenJudge(_search, verifier).ExpandAsync(_twelve, TestContext.Current.CancellationToken);

        Assert.Contains(reply.Branches, branch => branch.Proposal.Ending == Ending.Truncated);
        Assert.Equal(
            reply.Branches.Where(branch => branch.Proposal.Ending != Ending.Truncated).Select(branch => branch.Proposal.Steps[0].Text),
            verifier.Heard.Select(continuation => continuation.Steps[0].Text));
    }

    [Fact]
    public async Task Gives_each_child_its_own_verdict_and_none_to_the_truncated()
    {
        var reply = await _search.Expander.ExpandAsync(_twelve, TestContext.Current.CancellationToken);

        foreach (var (proposal, verdict) in reply.Branches)
        {
            var alone = await _search.JudgeAsync(_twelve.Prefix, [proposal], TestContext.Current.CancellationToken);
            Assert.Equal(proposal.Ending == Ending.Truncated ? null : alone.Verdicts[0], verdict);
        }
    }

    [Fact]
    public async Task A_truncated_answer_of_several_steps_is_not_judged()
    {
        var search = new SimulatedSearch { TruncationChance = 0.3, FinishChances = [0] };

        var reply = await search.Expander.ExpandAsync(_twelve with { Extent = Extent.Answer }, TestContext.Current.CancellationToken);

        Assert.Contains(reply.Branches, branch => branch.Proposal.Steps.Length > 1);
        Assert.All(reply.Branches, branch => Assert.Null(branch.Verdict));
    }

    [Fact]
    public async Task Reports_the_prompts_of_both_models()
    {
        var reply = await new ProposeThenJudge(_search, new Listener(_search) { PromptTokens = 99 })
            .ExpandAsync(_twelve, TestContext.Current.CancellationToken);

        Assert.Equal((5, 99), (reply.Prompt.Prompt, reply.Prompt.Verifier));
    }

    [Fact]
    public Task A_proposer_that_answers_in_part_is_a_fault() => FaultsAsync(new Shortened(_search), _search);

    [Fact]
    public Task A_verifier_that_answers_in_part_is_a_fault() => FaultsAsync(_search, new Shortened(_search));

    private static async Task FaultsAsync(IProposer proposer, IVerifier verifier) =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new ProposeThenJudge(proposer, verifier).ExpandAsync(_twelve, TestContext.Current.CancellationToken));

    private sealed class Listener(IVerifier inner) : IVerifier
    {
        public List<Proposal> Heard { get; } = [];

        public int PromptTokens { get; init; } = 1;

        public async Task<JudgeReply> JudgeAsync(
            Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken)
        {
            Heard.AddRange(continuations);
            return await inner.JudgeAsync(prefix, continuations, cancellationToken) with { PromptTokens = PromptTokens };
        }
    }

    private sealed class Shortened(SimulatedSearch inner) : IProposer, IVerifier
    {
        public async Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken)
        {
            var reply = await inner.ProposeAsync(request, cancellationToken);
            return reply with { Proposals = reply.Proposals[..^1] };
        }

        public async Task<JudgeReply> JudgeAsync(
            Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken)
        {
            var reply = await inner.JudgeAsync(prefix, continuations, cancellationToken);
            return reply with { Verdicts = reply.Verdicts[..^1] };
        }
    }
}
