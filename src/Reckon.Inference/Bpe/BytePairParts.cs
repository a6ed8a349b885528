using System.Collections.Immutable;

namespace Reckon.Inference.Bpe;

/// <summary>What a byte-pair tokenizer is made of.</summary>
/// <param name="Vocabulary">Pieces with their ids, without added tokens that are in no vocabulary.</param>
/// <param name="Added">Tokens that are found before a text is cut.</param>
/// <param name="Normalize">What is done to a text first.</param>
/// <param name="Cut">How it is cut into pieces.</param>
/// <param name="Merges">How a piece becomes tokens.</param>
/// <param name="Bytes">What each token stands for; nothing for marks and for numbers that no token has.</param>
internal sealed record BytePairParts(
    Dictionary<string, int> Vocabulary,
    ImmutableArray<AddedToken> Added,
    TextNormalizer Normalize,
    PieceCutter Cut,
    MergeTable Merges,
    TokenBytes Bytes);
