using System.Collections.Immutable;
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

        Assert.Equal(Enumerable.Range(3, 12), reply.Children.Select(child => child.Index));
    }

    [Fact]
    public async Task Keeps_truncated_continuations_from_the_verifier()
    {
        var verifier = new Listener(_search);

        var reply = await new ProposeThenJudge(_search, verifier).ExpandAsync(_twelve, TestContext.Current.CancellationToken);

        Assert.Contains(reply.Children, child => child.Ending == Ending.Truncated);
        Assert.Equal(
            reply.Children.Where(child => child.Ending != Ending.Truncated).Select(child => child.Steps[0].Text),
            verifier.Heard.Select(continuation => continuation.Steps[0].Text));
    }

    [Fact]
    public async Task Gives_each_child_the_scores_of_its_own_steps_and_zero_to_the_truncated()
    {
        var reply = await _search.Expander.ExpandAsync(_twelve, TestContext.Current.CancellationToken);

        foreach (var child in reply.Children)
        {
            var alone = await _search.JudgeAsync(
                _twelve.Prefix, [new Proposal(child.Steps, child.Ending)], TestContext.Current.CancellationToken);
            Assert.Equal(child.Ending == Ending.Truncated ? [0.0] : alone.Scores[0], child.Scores.AsEnumerable());
        }
    }

    [Fact]
    public async Task A_truncated_answer_gets_a_zero_for_each_of_its_steps()
    {
        var search = new SimulatedSearch { TruncationChance = 0.3, FinishChances = [0] };

        var reply = await search.Expander.ExpandAsync(_twelve with { Extent = Extent.Answer }, TestContext.Current.CancellationToken);

        Assert.Contains(reply.Children, child => child.Steps.Length > 1);
        Assert.All(reply.Children, child => Assert.Equal(child.Steps.Select(_ => 0.0), child.Scores));
    }

    [Fact]
    public async Task Reports_the_prompts_of_both_models()
    {
        var reply = await new ProposeThenJudge(_search, new Listener(_search) { PromptTokens = 99 })
            .ExpandAsync(_twelve, TestContext.Current.CancellationToken);

        Assert.Equal((5, 99), (reply.PromptTokens, reply.VerifierPromptTokens));
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
            return reply with { Scores = reply.Scores[..^1] };
        }
    }
}
