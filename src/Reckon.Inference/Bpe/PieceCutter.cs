namespace Reckon.Inference.Bpe;

/// <summary>Cuts a piece of text into smaller ones, or spells it otherwise.</summary>
/// <param name="piece">The piece.</param>
/// <param name="place">Where it stands.</param>
internal delegate IEnumerable<string> PieceCutter(string piece, PiecePlace place);
