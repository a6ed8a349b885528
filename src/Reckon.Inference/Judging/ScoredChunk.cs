using Reckon.Inference.Prefixes;
using Reckon.Search.Trees;

namespace Reckon.Inference.Judging;

/// <summary>A chunk that a slot holds.</summary>
/// <param name="Chunk">Its tokens.</param>
/// <param name="End">What was found at its end.</param>
/// <param name="Node">Where it is kept; null when it is not.</param>
internal sealed record ScoredChunk(Chunk Chunk, ChunkEnd End, PrefixNode<ChunkEnd>? Node);
