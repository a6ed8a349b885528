using System.Collections.Immutable;

namespace Reckon.Search.Running;

/// <summary>What a verifier thinks.</summary>
/// <param name="Scores">For each continuation, one score a step, in [0, 1].</param>
/// <param name="PromptTokens">Tokens of the problem's prompt.</param>
public sealed record JudgeReply(ImmutableArray<ImmutableArray<double>> Scores, int PromptTokens);
