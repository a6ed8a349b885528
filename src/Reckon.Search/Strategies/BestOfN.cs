using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>Draws <paramref name="Samples"/> whole answers independently, in one round.</summary>
/// <param name="Samples">The paper's N, at least 1.</param>
public sealed record BestOfN(int Samples) : ISearchStrategy
{
    /// <summary>The paper's N, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Samples { get; init => field = AtLeastOne(value); } = AtLeastOne(Samples);

    /// <inheritdoc/>
    public int Generations => Samples;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) =>
        tree.IsEmpty ? [new Expansion(SearchTree.Root, Samples, Extent.Answer)] : [];

    private static int AtLeastOne(int samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        return samples;
    }
}
