using Reckon.Inference.Slots;

namespace Reckon.Inference.Judging;

/// <summary>The end of a chunk that was read after certain others.</summary>
/// <param name="Score">The score there, in [0, 1].</param>
/// <param name="After">Where a slot stands then; holds the recurrent state, which keys and values do not.</param>
internal sealed record ChunkEnd(double Score, SlotMark After);
