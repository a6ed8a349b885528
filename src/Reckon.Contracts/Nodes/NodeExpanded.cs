using Reckon.Search.Running;

namespace Reckon.Contracts.Nodes;

/// <summary>A search node's answer.</summary>
/// <param name="Reply">The children.</param>
/// <param name="FirstDrawn">The children from this index on were drawn for this answer, of any extent: what continues them is in no store yet. Null when none were.</param>
[GenerateSerializer, Immutable, Alias("reckon.node-expanded")]
public sealed record NodeExpanded([property: Id(0)] ExpandReply Reply, [property: Id(1)] int? FirstDrawn);
