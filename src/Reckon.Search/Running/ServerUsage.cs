namespace Reckon.Search.Running;

/// <summary>
/// What servers did for a request, by their own count: each request with its whole prompt, whatever searches have in common. Nothing where
/// models run here. It differs between runs, so no search and no budget looks at it.
/// </summary>
/// <param name="Prompt">Tokens that they were sent.</param>
/// <param name="Cached">Of those, the ones that they had read before.</param>
/// <param name="Generated">Tokens that they wrote.</param>
public readonly record struct ServerUsage(long Prompt, long Cached, long Generated)
{
    /// <summary>What that costs, in the currency of the models' prices; 0 where no price is known.</summary>
    public double Money { get; init; }

    /// <summary>Both together.</summary>
    public static ServerUsage operator +(ServerUsage one, ServerUsage other) =>
        new(one.Prompt + other.Prompt, one.Cached + other.Cached, one.Generated + other.Generated) { Money = one.Money + other.Money };
}
