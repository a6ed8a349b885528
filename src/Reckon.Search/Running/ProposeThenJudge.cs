using System.Collections.Immutable;

namespace Reckon.Search.Running;

/// <summary>Expands a node by asking a proposer, then a verifier.</summary>
public sealed class ProposeThenJudge(IProposer proposer, IVerifier verifier) : INodeExpander
{
    /// <inheritdoc/>
    public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        var proposed = await proposer.ProposeAsync(request, cancellationToken);
        if (proposed.Proposals.Length != request.Count)
        {
            throw new InvalidOperationException($"The proposer answered {proposed.Proposals.Length} of {request.Count} children.");
        }

        // A truncated continuation is a dead end, and its last step has no end at which it could be judged.
        var judged = proposed.Proposals.Where(proposal => proposal.Ending != Ending.Truncated).ToImmutableArray();
        var light = judged.Select(proposal => proposal with { Steps = [.. proposal.Steps.Select(step => step.Light())] });
        var verdict = await verifier.JudgeAsync(request.Prefix, [.. light], cancellationToken);
        if (verdict.Scores.Length != judged.Length)
        {
            throw new InvalidOperationException($"The verifier answered {verdict.Scores.Length} of {judged.Length} continuations.");
        }

        var scores = new Queue<ImmutableArray<double>>(verdict.Scores);
        var children = proposed.Proposals.Select((proposal, i) => new Child(
            request.FirstChild + i,
            proposal.Steps,
            proposal.Ending == Ending.Truncated ? [.. proposal.Steps.Select(_ => 0.0)] : scores.Dequeue(),
            proposal.Ending));
        return new ExpandReply([.. children], proposed.PromptTokens, verdict.PromptTokens);
    }
}
