using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.BrokenPlugin;

/// <summary>Throws when it is asked what it is.</summary>
public sealed class ThrowingStrategy : IDefinedStrategy
{
    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = Read();

    /// <inheritdoc/>
    public int Generations => 1;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) => [];

    private static StrategyDefinition Read() => throw new InvalidOperationException("There is no such file: strategy.json.");
}
