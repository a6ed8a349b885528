namespace Reckon.Inference.Slots;

/// <summary>
/// A model that scores texts token by token, over slots. Besides keys and values a slot may hold a recurrent state, so going
/// back needs a mark. One thread at a time may use it.
/// </summary>
/// <remarks>The same chunks in the same order give the same bits, whatever slot they are read into and whatever it held before.</remarks>
public interface IVerifierModel : IDisposable
{
    /// <summary>Sequences held at once; at least 1.</summary>
    int Slots { get; }

    /// <summary>Longest sequence in a slot, in tokens.</summary>
    int ContextTokens { get; }

    /// <summary>Tokens whose keys and values can be kept outside the slots, one a block; 0 for none.</summary>
    int Blocks { get; }

    /// <summary>Tokens that <paramref name="slot"/> holds.</summary>
    int LengthOf(int slot);

    /// <summary>Forgets what the slot held.</summary>
    void Clear(int slot);

    /// <summary>Reads <paramref name="chunk"/>, at least one token, after what the slot holds. A call that throws changes nothing.</summary>
    /// <returns>One score in [0, 1] a position; valid until the next call.</returns>
    ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> chunk);

    /// <summary>Remembers where the slot stands.</summary>
    SlotMark Mark(int slot);

    /// <summary>Goes back to <paramref name="mark"/>, made on the same slot and not cleared or rewound past since.</summary>
    void Rewind(int slot, SlotMark mark);

    /// <summary>Copies keys and values of the slot's tokens from position <paramref name="start"/> on into blocks, one token each. The slot stays.</summary>
    void Store(int slot, int start, ReadOnlySpan<int> blocks);

    /// <summary>
    /// Appends what blocks hold to the slot, as bits and without a run. They must have been kept at the positions, and after the
    /// tokens, that they now come to.
    /// </summary>
    /// <param name="slot">Which.</param>
    /// <param name="blocks">One a token.</param>
    /// <param name="after">The mark that was made after the last of these tokens.</param>
    void Restore(int slot, ReadOnlySpan<int> blocks, SlotMark after);
}
