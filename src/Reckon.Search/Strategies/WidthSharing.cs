using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Draws n first steps; after each round shares n, less what is finished, among the prefixes that the round left open, and continues each
/// by its share. How it is shared, a strategy says. A finished prefix keeps its place, so at most n answers are found. A strategy may have
/// several subtrees, each of which does so with its own part of n.
/// </summary>
public abstract class WidthSharing : ISearchStrategy
{
    private protected WidthSharing(StrategyContext context, int subtrees = 1) =>
        (Context, Subtrees, SubtreeWidth) = (context, subtrees, context.Values.N / subtrees);

    /// <inheritdoc/>
    public int Generations => Context.Values.N;

    private protected StrategyContext Context { get; }

    private int Subtrees { get; }

    private int SubtreeWidth { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        if (tree.IsEmpty)
        {
            return [new Expansion(SearchTree.Root, Subtrees * SubtreeWidth, Extent.Step)];
        }

        return ExpansionsOf(tree, Shares(tree, tree.Rounds));
    }

    /// <inheritdoc/>
    public IEnumerable<Node> KeptAfter(SearchTree tree, int round) =>
        tree.SolutionsBy(round).Concat(Shares(tree, round).Select(share => share.Node));

    /// <summary>How many children each of the open prefixes of a round and a subtree gets.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="open">Open prefixes of the round, all of one subtree; not empty.</param>
    /// <param name="width">What there is to share.</param>
    /// <param name="round">The round.</param>
    private protected abstract IReadOnlyList<int> Share(SearchTree tree, IReadOnlyList<Node> open, int width, int round);

    /// <summary>The part of the plan that belongs to subtrees whose last round has come whole.</summary>
    /// <param name="tree">A tree of which a part has not come, as in <see cref="IAsynchronousStrategy.PlanAhead"/>.</param>
    private protected IReadOnlyList<Expansion> PlanOfWholeSubtrees(SearchTree tree)
    {
        var waiting = Shares(tree, tree.Rounds - 1)
            .Where(share => tree.ChildCount(share.Node.Id) == 0)
            .Select(share => SubtreeOf(share.Node))
            .ToHashSet();
        return ExpansionsOf(tree, Shares(tree, tree.Rounds).Where(share => !waiting.Contains(SubtreeOf(share.Node))));
    }

    private IReadOnlyList<Expansion> ExpansionsOf(SearchTree tree, IEnumerable<(Node Node, int Children)> shares) =>
        tree.Rounds >= Context.Values.Of(RoundLimit.Parameter)
            ? []
            : [.. shares.Select(share => new Expansion(share.Node.Id, share.Children, Extent.Step))];

    // Those that get any.
    private IEnumerable<(Node Node, int Children)> Shares(SearchTree tree, int round)
    {
        var finished = tree.SolutionsBy(round).CountBy(SubtreeOf).ToDictionary();
        return tree.NodesOfRound(round).Where(node => node.IsOpen).GroupBy(SubtreeOf).SelectMany(subtree =>
        {
            List<Node> open = [.. subtree];
            return open.Zip(Share(tree, open, SubtreeWidth - finished.GetValueOrDefault(subtree.Key), round));
        }).Where(share => share.Second > 0);
    }

    private int SubtreeOf(Node node) => node.Path[0] / SubtreeWidth;
}
