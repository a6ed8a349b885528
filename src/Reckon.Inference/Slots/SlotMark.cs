namespace Reckon.Inference.Slots;

/// <summary>A place in a slot to rewind to.</summary>
/// <param name="Length">Tokens held there.</param>
/// <param name="State">The recurrent state there; empty for a model without one.</param>
public sealed record SlotMark(int Length, ReadOnlyMemory<float> State);
