namespace Reckon.Search;

/// <summary>Draws <paramref name="Samples"/> whole answers independently, in one round.</summary>
/// <param name="Samples">The paper's N, at least 1.</param>
public sealed record BestOfN(int Samples) : ISearchStrategy
{
    /// <inheritdoc/>
    public int Generations => Samples;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) =>
        tree.IsEmpty ? [new Expansion(SearchTree.Root, Samples, Extent.Answer)] : [];
}
