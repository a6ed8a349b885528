namespace Reckon.Inference.Bpe;

/// <summary>What is done to a text before it is cut.</summary>
/// <param name="text">The text; not empty.</param>
/// <param name="place">Where it stands.</param>
internal delegate string TextNormalizer(string text, PiecePlace place);
