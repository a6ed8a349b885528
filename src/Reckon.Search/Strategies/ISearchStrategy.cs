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

    /// <summary>
    /// Whether a round may be narrowed to what the budget covers: by expansions from the end of the plan, and by children of the prompt.
    /// The strategy then plans on from a tree that holds less than it asked for. Where not, a round that does not fit ends the search.
    /// </summary>
    bool CanBeNarrowed => true;

    /// <summary>
    /// The next round, at most one expansion per node, those that matter most first: a budget that does not cover the round drops the
    /// last of them. Empty when the search is over.
    /// </summary>
    IReadOnlyList<Expansion> Plan(SearchTree tree);

    /// <summary>
    /// The chain that an answer belongs to, from 0; null where answers stand for themselves. Weighted selection first chooses within each
    /// chain, then among the chains' winners (Snell et al. 2024, section 6).
    /// </summary>
    int? ChainOf(SearchTree tree, Node node) => null;

    /// <summary>
    /// The answer that <paramref name="node"/>, an answer of a chain, revises: an earlier one of the same chain. Null for one that begins
    /// afresh. Reports compare the two; nothing is drawn or chosen by it.
    /// </summary>
    Node? RevisedBy(SearchTree tree, Node node) => node.IsRevision ? tree[node.Parent] : null;

    /// <summary>
    /// The nodes that were still kept after <paramref name="round"/>, from 1: those that were continued later, and finished ones that were
    /// not dropped. Where a search ends with more solutions than its N, those that are kept after the last round vote first. A strategy that
    /// also drops finished prefixes overrides this.
    /// </summary>
    IEnumerable<Node> KeptAfter(SearchTree tree, int round) => tree.Nodes.Where(node =>
        node.Round <= round && (node.IsSolution || (node.IsOpen && (round == tree.Rounds || tree.ChildCount(node.Id) > 0))));

    /// <summary>
    /// What a policy chose for the search that grew <paramref name="tree"/>: its way of choosing then takes the place of each of the sweep's.
    /// Null where there is no policy, or it has not chosen yet.
    /// </summary>
    PolicyChoice? ChoiceOf(SearchTree tree) => null;
}
