using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Draws <paramref name="Samples"/> whole answers independently, in one round, or in several where a budget covers fewer at once: a round
/// seldom spends what was reserved for it, and the next one draws more.
/// </summary>
/// <param name="Samples">The paper's N, at least 1.</param>
public sealed record BestOfN(int Samples) : IDefinedStrategy
{
    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "bestOfN",
        Name = "best-of-n",
        Description = "Draws n whole answers, each on its own, in one round",
        NeedsScores = false,
        Create = context => new BestOfN(context.Values.N),
    };

    /// <summary>The paper's N, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public int Samples { get; init => field = StrategyDefinition.N.Checked(value); } = StrategyDefinition.N.Checked(Samples);

    /// <inheritdoc/>
    public int Generations => Samples;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) =>
        Samples - tree.ChildCount(SearchTree.Root) is > 0 and var missing ? [new Expansion(SearchTree.Root, missing, Extent.Answer)] : [];
}
