using Reckon.Search;

namespace Reckon.Contracts;

/// <summary>A search node's answer.</summary>
/// <param name="Reply">The children.</param>
[GenerateSerializer, Immutable, Alias("reckon.node-expanded")]
public sealed record NodeExpanded([property: Id(0)] ExpandReply Reply);
