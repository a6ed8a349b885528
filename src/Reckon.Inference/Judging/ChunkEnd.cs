using Reckon.Inference.Slots;

namespace Reckon.Inference.Judging;

/// <summary>The end of a chunk that was read after certain others.</summary>
/// <param name="Score">The score there, in [0, 1].</param>
/// <param name="After">The state of a slot then, with the recurrent state, which is not in the KV cache.</param>
internal sealed record ChunkEnd(double Score, SlotMark After);
