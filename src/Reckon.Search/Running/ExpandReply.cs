using System.Collections.Immutable;
using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>The children asked for, in the order of their indices.</summary>
/// <param name="Branches">As many as were asked for.</param>
/// <param name="Prompt">What the problem's prompt takes each model to read.</param>
public sealed record ExpandReply(ImmutableArray<Branch> Branches, TokenCost Prompt)
{
    /// <summary>What drawing and judging the children costs, without the prompt.</summary>
    public TokenCost Cost => Branches.Aggregate(
        TokenCost.Zero, (sum, branch) => sum + branch.Proposal.Cost + (branch.Verdict?.Cost ?? TokenCost.Zero));
}
