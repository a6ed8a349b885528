using System.Collections.Immutable;
using Reckon.Inference.Folders;
using Reckon.Search.Running;

namespace Reckon.Inference.Remote;

/// <summary>What a server has written.</summary>
/// <param name="Tokens">Its ids.</param>
/// <param name="LogProbabilities">One a token; empty where the server does not tell.</param>
/// <param name="IsEnded">Whether it ended by itself, by a mark or a stop, and not at the limit.</param>
internal sealed record Completion(ImmutableArray<int> Tokens, ImmutableArray<double> LogProbabilities, bool IsEnded)
{
    /// <summary>Tokens as the server counted them, for its bill; null where it does not say.</summary>
    public ServerUsage? Usage { get; init; }
}
