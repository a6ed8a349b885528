using Reckon.Search.Drawing;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>Draws one answer, the most likely token each time: what a model gives without test-time compute.</summary>
public sealed record GreedyDecoding : IDefinedStrategy
{
    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "greedy",
        Name = "greedy",
        Description = "Draws one answer, the most likely token each time",
        NeedsScores = false,
        FixedN = 1,
        Create = _ => new GreedyDecoding(),
    };

    /// <inheritdoc/>
    public int Generations => 1;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) =>
        tree.IsEmpty ? [new Expansion(SearchTree.Root, 1, Extent.Answer) { Draw = Draw.Greedy }] : [];
}
