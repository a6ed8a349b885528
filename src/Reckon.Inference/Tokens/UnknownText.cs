namespace Reckon.Inference.Tokens;

/// <summary>What of a text a tokenizer has no token for; a model reads it as a mark that says nothing.</summary>
/// <param name="Words">Pieces that became such a mark.</param>
/// <param name="Characters">Characters in them.</param>
public readonly record struct UnknownText(long Words, long Characters)
{
    /// <summary>Nothing.</summary>
    public static UnknownText None => default;
}
