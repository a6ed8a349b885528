namespace Reckon.Inference.Bpe;

/// <summary>What a byte-pair vocabulary does with pieces that it has no token for.</summary>
/// <param name="Unknown">The token of what cannot be spelled; null where nothing stands for it.</param>
/// <param name="FusesUnknown">Whether neighbours that cannot be spelled become one token.</param>
/// <param name="FallsBackToBytes">Whether a character without a token is spelled by the tokens of its bytes, <c>&lt;0xNN&gt;</c>.</param>
/// <param name="TakesWholePieces">Whether a piece that is a token is that token, whatever merges would make of it.</param>
internal sealed record MergeRules(int? Unknown, bool FusesUnknown, bool FallsBackToBytes, bool TakesWholePieces);
