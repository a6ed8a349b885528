namespace Reckon.Inference.Slots;

/// <summary>
/// A model that scores texts token by token, over slots. Besides the KV cache a slot may hold a recurrent state, so rewinding needs a mark.
/// One thread at a time may use it.
/// </summary>
/// <remarks>The same chunks in the same order give the same bits, in any slot and whatever it held before.</remarks>
public interface IVerifierModel : IDisposable
{
    /// <summary>Sequences held at once; at least 1.</summary>
    int Slots { get; }

    /// <summary>Longest sequence in a slot, in tokens.</summary>
    int ContextTokens { get; }

    /// <summary>Tokens whose KV cache can be stored outside the slots, one per block; 0 for none.</summary>
    int Blocks { get; }

    /// <summary>Tokens that <paramref name="slot"/> holds.</summary>
    int LengthOf(int slot);

    /// <summary>Forgets what the slot held.</summary>
    void Clear(int slot);

    /// <summary>
    /// Reads <paramref name="chunk"/>, at least one token, after what the slot holds. A call that throws changes nothing.
    /// </summary>
    /// <returns>One score in [0, 1] per position; valid until the next call.</returns>
    ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> chunk);

    /// <summary>Marks the present end of the slot.</summary>
    SlotMark Mark(int slot);

    /// <summary>
    /// Goes back to <paramref name="mark"/>, which was made on the same slot; it has not been cleared or rewound past it since.
    /// </summary>
    void Rewind(int slot, SlotMark mark);

    /// <summary>
    /// Copies the KV cache of the slot's tokens from position <paramref name="start"/> on into blocks, one token each. The slot stays as it
    /// is.
    /// </summary>
    void Store(int slot, int start, ReadOnlySpan<int> blocks);

    /// <summary>
    /// Appends what blocks hold to the slot, bit by bit and without a run. It must have been stored from the same positions, after the same
    /// tokens.
    /// </summary>
    /// <param name="slot">Which.</param>
    /// <param name="blocks">One per token.</param>
    /// <param name="after">The mark that was made after the last of these tokens.</param>
    void Restore(int slot, ReadOnlySpan<int> blocks, SlotMark after);
}
