using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Draws n first steps; after each round shares n, less what is finished, among the prefixes that the round left open, and continues each
/// by its share. How it is shared, a strategy says. A finished prefix keeps its place, so at most n answers are found.
/// </summary>
public abstract class WidthSharing : ISearchStrategy
{
    private protected WidthSharing(StrategyContext context) => Context = context;

    /// <inheritdoc/>
    public int Generations => Context.Values.N;

    private protected StrategyContext Context { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        if (tree.IsEmpty)
        {
            return [new Expansion(SearchTree.Root, Generations, Extent.Step)];
        }

        return tree.Rounds >= Context.Values.Of(RoundLimit.Parameter)
            ? []
            : [.. Shares(tree, tree.Rounds).Select(share => new Expansion(share.Node.Id, share.Children, Extent.Step))];
    }

    /// <inheritdoc/>
    public IEnumerable<Node> KeptAfter(SearchTree tree, int round) =>
        tree.SolutionsBy(round).Concat(Shares(tree, round).Select(share => share.Node));

    /// <summary>How many children each of the open prefixes of a round gets.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="open">Open prefixes of the round; not empty.</param>
    /// <param name="width">What there is to share.</param>
    /// <param name="round">The round.</param>
    private protected abstract IReadOnlyList<int> Share(SearchTree tree, IReadOnlyList<Node> open, int width, int round);

    // Those that get any.
    private IEnumerable<(Node Node, int Children)> Shares(SearchTree tree, int round)
    {
        List<Node> open = [.. tree.NodesOfRound(round).Where(node => node.IsOpen)];
        return open.Count == 0
            ? []
            : open.Zip(Share(tree, open, Generations - tree.SolutionsBy(round).Count(), round)).Where(share => share.Second > 0);
    }
}
