namespace Reckon.Inference.Slots;

/// <summary>The sizes of an opened model.</summary>
/// <param name="Slots">Sequences held at once; at least 1.</param>
/// <param name="ContextTokens">Longest sequence in a slot.</param>
/// <param name="Logits">Logits per row; may exceed the tokenizer's size; the extra ones mean nothing.</param>
public sealed record ModelLimits(int Slots, int ContextTokens, int Logits)
{
    /// <summary>Tokens whose KV cache can be stored outside the slots, one per block; 0 for none.</summary>
    public int Blocks { get; init; }
}
