using System.Collections.Immutable;

namespace Reckon.Inference.Tokens;

/// <summary>Turns text into token ids and back. Safe for any number of threads.</summary>
public interface ITokenizer
{
    /// <summary>Ids are 0 to Size − 1.</summary>
    int Size { get; }

    /// <summary>The ids of <paramref name="text"/>. No text, however it is written, gives a special token.</summary>
    ImmutableArray<int> Encode(string text);

    /// <summary>The text of <paramref name="tokens"/>, special tokens left off.</summary>
    string Decode(ReadOnlySpan<int> tokens);

    /// <summary>What of <paramref name="text"/> there is no token for; nothing for a tokenizer that can spell any text.</summary>
    UnknownText FindUnknown(string text) => UnknownText.None;

    /// <summary>Finds the id of a token by its exact content, special tokens included.</summary>
    bool TryGetId(string token, out int id);

    /// <summary>Whether <paramref name="id"/> is a mark rather than text.</summary>
    bool IsSpecial(int id);
}
