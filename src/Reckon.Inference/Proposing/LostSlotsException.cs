namespace Reckon.Inference.Proposing;

/// <summary>A slot could not be copied: what the rows hold is unknown.</summary>
internal sealed class LostSlotsException(Exception cause)
    : InvalidOperationException($"A slot could not be copied: {cause.Message}", cause);
