using System.Collections.Immutable;
using Reckon.Search.Drawing;

namespace Reckon.Search.Running;

/// <summary>What a proposer wrote.</summary>
/// <param name="Proposals">One for each child asked for, in order.</param>
/// <param name="PromptTokens">Tokens of the problem's prompt.</param>
public sealed record ProposeReply(ImmutableArray<Proposal> Proposals, int PromptTokens)
{
    /// <summary>What a server did for it.</summary>
    public ServerUsage Usage { get; init; }
}
