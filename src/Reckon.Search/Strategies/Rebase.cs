using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Reward-balanced search (REBASE; Wu et al. 2024, arXiv 2408.00724): each round shares n, less what is finished, among the open prefixes
/// by the softmax of their scores. Shares are rounded by <see cref="LargestRemainder"/>, so they sum to what there is; the authors' code
/// rounds up.
/// </summary>
public sealed class Rebase : IDefinedStrategy
{
    private static readonly NumberParameter _temperature = new(
        "temperature", "divides scores before the softmax that shares the width; the lower, the more the best prefix gets",
        0.001, 100, 0.2);

    private readonly StrategyContext _context;

    private Rebase(StrategyContext context) => _context = context;

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "rebase",
        Name = "rebase",
        Description = "Draws n steps a round, less what is finished, and shares them among the prefixes by the softmax of their scores",
        Parameters = [_temperature, RoundLimit.Parameter],
        NeedsScores = true,
        Work = (values, steps) => ExpectedWork.OfSteps(values.N, steps),
        Create = context => new Rebase(context),
    };

    /// <inheritdoc/>
    public int Generations => _context.Values.N;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        if (tree.IsEmpty)
        {
            return [new Expansion(SearchTree.Root, Generations, Extent.Step)];
        }

        return tree.Rounds >= _context.Values.Of(RoundLimit.Parameter)
            ? []
            : [.. Shares(tree, tree.Rounds).Select(share => new Expansion(share.Node.Id, share.Children, Extent.Step))];
    }

    /// <inheritdoc/>
    public IEnumerable<Node> KeptAfter(SearchTree tree, int round) =>
        tree.SolutionsBy(round).Concat(Shares(tree, round).Select(share => share.Node));

    // Children for each open prefix of the round that gets any.
    private IEnumerable<(Node Node, int Children)> Shares(SearchTree tree, int round)
    {
        List<Node> open = [.. tree.NodesOfRound(round).Where(node => node.IsOpen)];
        if (open.Count == 0)
        {
            return [];
        }

        var weights = Softmax.Of(open.Select(node => _context.Ranking.ScoreOf(tree, node)), _context.Values.Of(_temperature));
        var shares = LargestRemainder.Share(Generations - tree.SolutionsBy(round).Count(), weights);
        return open.Zip(shares).Where(share => share.Second > 0);
    }
}
