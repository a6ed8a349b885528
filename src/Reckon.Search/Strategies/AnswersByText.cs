using System.Collections.Immutable;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>Takes the text of a solution's last step for its answer: for searches that nothing grades.</summary>
public sealed class AnswersByText : IAnswerGroups
{
    /// <inheritdoc/>
    public ImmutableArray<string?> GroupsOf(SearchTree tree) => [.. tree.Solutions.Select(node => node.Proposal.Steps[^1].Text)];
}
