namespace Reckon.Inference.Slots;

/// <summary>
/// A causal language model over slots: each slot holds the KV cache of one token sequence. One thread at a time may use it.
/// </summary>
/// <remarks>
/// Two kinds of runs write it: runs of several tokens (<see cref="Prefill"/>, <see cref="Extend"/>) and decode steps. Their results may
/// differ in the last bits, but each kind gives the same bits whatever the slot, the batch and the neighbours. For repeatable results, a
/// token is read by the same kind of run every time. A call that throws leaves lengths as they were.
/// </remarks>
public interface IModel : IDisposable
{
    /// <summary>The numbers of slots, tokens per slot and logits.</summary>
    ModelLimits Limits { get; }

    /// <summary>Tokens that <paramref name="slot"/> holds.</summary>
    int LengthOf(int slot);

    /// <summary>Forgets what the slot held and reads <paramref name="tokens"/>, at least one.</summary>
    /// <returns>The logits after the last token; valid until the next call that returns logits.</returns>
    ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens);

    /// <summary>Reads <paramref name="tokens"/>, at least one, after what the slot holds.</summary>
    /// <returns>The logits after the last token; valid until the next call that returns logits.</returns>
    ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens);

    /// <summary>Reads one token into each of the slots 0 to <paramref name="tokens"/>.Length − 1, all of them not empty.</summary>
    /// <returns>One row of logits per slot, one after the other; valid until the next call that returns logits.</returns>
    ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens);

    /// <summary>Copies a slot's state over another's. The source stays.</summary>
    void Fork(int source, int target);

    /// <summary>Like <see cref="Fork"/>, after which the source is empty. Moving a slot onto itself does nothing.</summary>
    void MoveRow(int source, int target);

    /// <summary>
    /// Copies the KV cache of the slot's tokens from position <paramref name="start"/> on into blocks, one token each. The slot stays as it
    /// is.
    /// </summary>
    void Store(int slot, int start, ReadOnlySpan<int> blocks);

    /// <summary>
    /// Appends what blocks hold to the slot, bit by bit and without a run. It must have been stored from the same positions, after the same
    /// tokens.
    /// </summary>
    void Restore(int slot, ReadOnlySpan<int> blocks);

    /// <summary>Forgets all tokens but the first <paramref name="length"/>, which is at most what the slot holds.</summary>
    void Rewind(int slot, int length);
}
