using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Decides what to draw next. A strategy is a pure function of the tree: it awaits nothing, reads no clock and draws no
/// randomness, so a search resumes by calling it again on the tree that there is.
/// </summary>
public interface ISearchStrategy
{
    /// <summary>The paper's N: the most generations that the strategy ever asks for.</summary>
    int Generations { get; }

    /// <summary>The next round, at most one expansion a node; empty when the search is over.</summary>
    IReadOnlyList<Expansion> Plan(SearchTree tree);
}
