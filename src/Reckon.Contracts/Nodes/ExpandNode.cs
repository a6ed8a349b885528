using Reckon.Search.Running;

namespace Reckon.Contracts.Nodes;

/// <summary>A request to a search node.</summary>
/// <param name="Request">The children asked for.</param>
/// <param name="ProposerPool">The pool that serves the proposer.</param>
/// <param name="Judging">The verifier and its version; null where nothing is judged.</param>
/// <param name="IsNew">
/// Whether the prefix was drawn just now and its children have never been asked for, so that the store need not be read for
/// them. A wrong value costs time, but changes no result where the model gives the same bits twice (decision 11).
/// </param>
[GenerateSerializer, Immutable, Alias("reckon.expand-node")]
public sealed record ExpandNode(
    [property: Id(0)] ExpandRequest Request,
    [property: Id(1)] string ProposerPool,
    [property: Id(2)] Judging? Judging,
    [property: Id(3)] bool IsNew)
{
    /// <summary>Counts how often the store was found emptied: what a node had saved before is to be saved again.</summary>
    [Id(4)]
    public int Epoch { get; init; }
}
