using System.Collections.Immutable;
using Reckon.Inference.Folders;
using Reckon.Search.Running;

namespace Reckon.Inference.Remote;

/// <summary>Scores that a server gave.</summary>
/// <param name="Values">In the order in which they were asked for.</param>
/// <param name="Usage">Tokens as the server counted them, for its bill; null where it does not say.</param>
internal sealed record ScoreAnswer(ImmutableArray<double> Values, ServerUsage? Usage);
