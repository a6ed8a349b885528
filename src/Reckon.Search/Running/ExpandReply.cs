using System.Collections.Immutable;

namespace Reckon.Search.Running;

/// <summary>The children asked for, in the order of their indices.</summary>
/// <param name="Children">As many as were asked for.</param>
/// <param name="PromptTokens">Tokens of the problem's prompt for the proposer.</param>
/// <param name="VerifierPromptTokens">Tokens of the problem's prompt for the verifier.</param>
public sealed record ExpandReply(ImmutableArray<Child> Children, int PromptTokens, int VerifierPromptTokens);
