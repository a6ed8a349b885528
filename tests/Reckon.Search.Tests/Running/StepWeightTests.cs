using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running;

public sealed class StepWeightTests : IProposer, IVerifier
{
    private readonly List<Step> _judged = [];

    [Fact]
    public async Task Who_judges_gets_no_log_probabilities_and_who_asked_gets_them_all()
    {
        var request = new ExpandRequest(new Prefix(Some.Problem(), 0, [], []), 0, 1, Extent.Step, new Sampling(1, 8, 8));

        var reply = await new ProposeThenJudge(this, this).ExpandAsync(request, TestContext.Current.CancellationToken);

        Assert.Empty(Assert.Single(_judged).TokenLogProbabilities);
        Assert.Equal([-0.5f], Assert.Single(Assert.Single(reply.Branches).Proposal.Steps).TokenLogProbabilities.AsEnumerable());
    }

    Task<ProposeReply> IProposer.ProposeAsync(ExpandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProposeReply([new Proposal([new Step("a", [1], -0.5) { TokenLogProbabilities = [-0.5f] }], Ending.Open)], 1));

    Task<JudgeReply> IVerifier.JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken)
    {
        _judged.AddRange(continuations.SelectMany(continuation => continuation.Steps));
        return Task.FromResult(new JudgeReply([new Verdict([0.5], [1])], 1));
    }
}
