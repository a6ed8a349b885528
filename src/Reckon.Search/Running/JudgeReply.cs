using System.Collections.Immutable;
using Reckon.Search.Judging;

namespace Reckon.Search.Running;

/// <summary>What a verifier says.</summary>
/// <param name="Verdicts">One for each continuation, in order.</param>
/// <param name="PromptTokens">Tokens of the problem's prompt, as the verifier counts them.</param>
public sealed record JudgeReply(ImmutableArray<Verdict> Verdicts, int PromptTokens)
{
    /// <summary>What a server did for it.</summary>
    public ServerUsage Usage { get; init; }

    /// <summary>The scores of each continuation.</summary>
    public ImmutableArray<ImmutableArray<double>> Scores => [.. Verdicts.Select(verdict => verdict.Scores)];
}
