using Reckon.Search.Running;

namespace Reckon.Contracts.Nodes;

/// <summary>A request to a search node.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="ProposerPool">The pool that serves the proposer.</param>
/// <param name="Judging">Who judges what is drawn; null where nothing is judged.</param>
/// <param name="IsNew">
/// Whether the prefix was drawn just now and nobody has asked for its children yet, so that the store need not be asked for
/// them. To be wrong costs time, and no result where the model gives the same bits twice (decision 11).
/// </param>
[GenerateSerializer, Immutable, Alias("reckon.expand-node")]
public sealed record ExpandNode(
    [property: Id(0)] ExpandRequest Request,
    [property: Id(1)] string ProposerPool,
    [property: Id(2)] Judging? Judging,
    [property: Id(3)] bool IsNew);
