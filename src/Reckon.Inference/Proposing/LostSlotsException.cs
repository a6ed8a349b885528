namespace Reckon.Inference.Proposing;

/// <summary>A slot could not be copied: nobody knows what the rows hold.</summary>
internal sealed class LostSlotsException(Exception cause) : InvalidOperationException($"A slot could not be copied: {cause.Message}", cause);
