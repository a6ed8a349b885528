using System.Collections.Immutable;
using System.Text;

namespace Reckon.Inference.Tokens;

/// <summary>Turns text into token ids and back. Safe for any number of threads.</summary>
public interface ITokenizer
{
    /// <summary>Ids are 0 to Size − 1.</summary>
    int Size { get; }

    /// <summary>The ids of <paramref name="text"/>. No text, however it is written, gives a special token.</summary>
    ImmutableArray<int> Encode(string text);

    /// <summary>The ids of <paramref name="text"/> where it goes on with another: nothing is put before it.</summary>
    ImmutableArray<int> EncodeContinuation(string text) => Encode(text);

    /// <summary>The ids of a text that was written for the model, in which special tokens may be spelled.</summary>
    /// <param name="text">The text.</param>
    /// <param name="goesOn">Whether it goes on with another, so that nothing is put before it.</param>
    ImmutableArray<int> EncodeMarked(string text, bool goesOn = false) => goesOn ? EncodeContinuation(text) : Encode(text);

    /// <summary>Whether <paramref name="text"/> holds the text of a special token.</summary>
    bool SpellsMark(string text) => false;

    /// <summary>The bytes of UTF-8 that a token stands for, perhaps a part of a character; none for a special token.</summary>
    ReadOnlySpan<byte> BytesOf(int id) => Encoding.UTF8.GetBytes(Decode([id]));

    /// <summary>The text of <paramref name="tokens"/>, special tokens left off.</summary>
    string Decode(ReadOnlySpan<int> tokens);

    /// <summary>What of <paramref name="text"/> there is no token for; nothing for a tokenizer that can spell any text.</summary>
    UnknownText FindUnknown(string text) => UnknownText.None;

    /// <summary>Finds the id of a token by its exact content, special tokens included.</summary>
    bool TryGetId(string token, out int id);

    /// <summary>How a token is spelled, special ones included: for people to read.</summary>
    string Spell(int id) => Decode([id]);

    /// <summary>Whether <paramref name="id"/> is a mark rather than text.</summary>
    bool IsSpecial(int id);
}
