using Reckon.Search.Running;

namespace Reckon.Contracts.Nodes;

/// <summary>A search node's answer.</summary>
/// <param name="Reply">The children.</param>
/// <param name="FirstDrawn">
/// Children from this index on were drawn for this answer, of any extent: nothing that continues them has been saved yet. Null when
/// none were drawn.
/// </param>
[GenerateSerializer, Immutable, Alias("reckon.node-expanded")]
public sealed record NodeExpanded([property: Id(0)] ExpandReply Reply, [property: Id(1)] int? FirstDrawn);
