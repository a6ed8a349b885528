namespace Reckon.Search.Costs;

/// <summary>The most that one search may spend; null means no limit in that unit.</summary>
/// <param name="Generations">Limit on <see cref="Cost.Generations"/>; at least 1.</param>
/// <param name="Tokens">Limit on <see cref="Cost.Tokens"/>, of proposer and verifier together; at least 1.</param>
public sealed record Budget(int? Generations = null, long? Tokens = null)
{
    /// <summary>No limit.</summary>
    public static Budget Unlimited { get; } = new();

    /// <summary>Whether <paramref name="cost"/> stays within every limit.</summary>
    public bool Covers(Cost cost) =>
        cost.Generations <= (Generations ?? int.MaxValue) && cost.Tokens <= (Tokens ?? long.MaxValue);
}
