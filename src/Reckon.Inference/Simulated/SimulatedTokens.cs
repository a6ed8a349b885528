namespace Reckon.Inference.Simulated;

/// <summary>How simulated models count tokens. Pure.</summary>
public static class SimulatedTokens
{
    /// <summary>Characters of a token of English text, about.</summary>
    public const int Characters = 4;

    /// <summary>Tokens that a text takes.</summary>
    public static int Of(string text) => 1 + (text.Length / Characters);
}
