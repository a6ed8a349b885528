using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Search.Tests.Running;

/// <summary>Another strategy, which cannot plan on from a round that was narrowed.</summary>
internal sealed record WholeRounds(ISearchStrategy Inner) : ISearchStrategy
{
    public int Generations => Inner.Generations;

    public bool CanBeNarrowed => false;

    public IReadOnlyList<Expansion> Plan(SearchTree tree) => Inner.Plan(tree);
}
