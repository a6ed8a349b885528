namespace Reckon.Contracts.Nodes;

/// <summary>
/// One expanded prefix: its state is what was drawn from it, and the verdicts on that by each verifier that was asked. Key: problem,
/// hash of question, proposer and sampling, seed, path. Asking again for the same children, by the same verifier or another,
/// draws nothing again; asking for the same verdicts judges nothing again.
/// </summary>
[Alias("reckon.search-node")]
public interface ISearchNodeGrain : IGrainWithStringKey
{
    /// <summary>The children asked for, drawn now or before, and judged now or before where a verifier is named.</summary>
    [Alias("expand"), ResponseTimeout("00:10:00")]
    Task<NodeExpanded> ExpandAsync(ExpandNode request, CancellationToken cancellationToken = default);
}
