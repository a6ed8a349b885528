using System.Collections.Immutable;

namespace Reckon.Inference.Remote;

/// <summary>A request for scores, and what they are of.</summary>
/// <param name="Question">The request.</param>
/// <param name="Texts">The text that each score in the answer is of.</param>
/// <param name="Tokens">Tokens that are sent.</param>
internal sealed record ScoreQuestion(RemoteQuestion<ScoreAnswer> Question, ImmutableArray<ScoreKey> Texts, int Tokens);
