using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.BrokenPlugin;

/// <summary>Takes a key that is taken.</summary>
public sealed class SecondBeam : IDefinedStrategy
{
    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "beam",
        Name = "second-beam",
        Description = "Draws one answer",
        NeedsScores = false,
        Create = _ => new SecondBeam(),
    };

    /// <inheritdoc/>
    public int Generations => 1;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) => [];
}
