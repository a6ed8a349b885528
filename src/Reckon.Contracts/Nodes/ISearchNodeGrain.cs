namespace Reckon.Contracts.Nodes;

/// <summary>
/// One expanded prefix: its state is its children. Key: problem, hash of data set, models and sampling, seed, path. Asking
/// twice for the same children gives the same children, whoever asks, and is free unless the node is wrongly called new.
/// </summary>
[Alias("reckon.search-node")]
public interface ISearchNodeGrain : IGrainWithStringKey
{
    /// <summary>The children asked for, drawn and judged now or before.</summary>
    [Alias("expand"), ResponseTimeout("00:10:00")]
    Task<NodeExpanded> ExpandAsync(ExpandNode request, CancellationToken cancellationToken = default);
}
