using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.LlamaCheck;

/// <summary>Scores texts by their hash: it takes no time, and is the same for every proposer.</summary>
internal sealed class EvenVerifier : IVerifier
{
    public Task<JudgeReply> JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken) =>
        Task.FromResult(new JudgeReply([.. continuations.Select(VerdictOn)], 0));

    private static Verdict VerdictOn(Proposal proposal) => new(
        [.. proposal.Steps.Select(step => step.Text.Aggregate(17u, (hash, letter) => (hash * 31) + letter) / (double)uint.MaxValue)],
        [.. proposal.Steps.Select(step => step.Tokens.Length)]);
}
