namespace Reckon.Search.Costs;

/// <summary>What something cost in tokens; amounts add up.</summary>
/// <param name="Prompt">Prompt tokens that the proposer read.</param>
/// <param name="Generated">Tokens that the proposer drew.</param>
/// <param name="Verifier">Tokens that the verifier read, its prompt included, in its own tokens.</param>
public readonly record struct TokenCost(long Prompt, long Generated, long Verifier)
{
    /// <summary>Nothing.</summary>
    public static TokenCost Zero => default;

    /// <summary>All tokens of both models.</summary>
    public long Total => Prompt + Generated + Verifier;

    /// <summary>The cost of both together.</summary>
    public static TokenCost operator +(TokenCost left, TokenCost right) => Add(left, right);

    /// <summary>The cost of both together.</summary>
    public static TokenCost Add(TokenCost left, TokenCost right) =>
        new(left.Prompt + right.Prompt, left.Generated + right.Generated, left.Verifier + right.Verifier);
}
