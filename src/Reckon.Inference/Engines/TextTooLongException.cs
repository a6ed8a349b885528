namespace Reckon.Inference.Engines;

/// <summary>A text does not fit the model. A repeated request fails the same way.</summary>
public sealed class TextTooLongException(string what, int tokens, int limitTokens)
    : ArgumentException(
        $"{what} takes {tokens} tokens and the limit is {limitTokens}. Use a model with a longer context, or remove the problem.")
{
    /// <summary>Its length.</summary>
    public int Tokens { get; } = tokens;

    /// <summary>The most that would have fitted.</summary>
    public int LimitTokens { get; } = limitTokens;
}
