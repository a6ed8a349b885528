using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>Expands a node by asking a proposer, then a verifier where there is one.</summary>
public sealed class ProposeThenJudge(IProposer proposer, IVerifier? verifier) : INodeExpander
{
    /// <inheritdoc/>
    public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        var drawn = await proposer.ProposeAllAsync(request, cancellationToken);
        if (verifier is null)
        {
            return new ExpandReply([.. drawn.Proposals.Select(proposal => new Branch(proposal, null))],
                new TokenCost(drawn.PromptTokens, 0, 0));
        }

        // A truncated continuation is a dead end, and its last step has no end at which it could be judged.
        var whole = drawn.Proposals.Where(proposal => proposal.Ending != Ending.Truncated);
        var judged = await verifier.JudgeAllAsync(request.Prefix, [.. whole], cancellationToken);
        var next = 0;
        var branches = drawn.Proposals.Select(proposal =>
            new Branch(proposal, proposal.Ending == Ending.Truncated ? null : judged.Verdicts[next++]));
        return new ExpandReply([.. branches], new TokenCost(drawn.PromptTokens, 0, judged.PromptTokens));
    }
}
