using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Diverse verifier tree search (Beeching, Tunstall, Rush 2024, "Scaling test-time compute with open models"): n / width subtrees that
/// grow each on its own. A subtree draws width first steps, keeps the best, draws width steps from it, and so on, until the step that it
/// keeps ends its answer.
/// </summary>
public sealed class DiverseVerifierTreeSearch : IDefinedStrategy, IAsynchronousStrategy
{
    private static readonly WidthParameter _widthParameter = new(
        "width", "steps that a subtree draws a round, of which it keeps the best; n / width subtrees grow, rounded down", 1, 10_000);

    private readonly StrategyContext _context;
    private readonly int _width;

    private DiverseVerifierTreeSearch(StrategyContext context) => (_context, _width) = (context, context.Values.Of(_widthParameter));

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "dvts",
        Name = "dvts",
        Description = "Grows n / width subtrees, each on its own, and continues the best step of each",
        Parameters = [_widthParameter, RoundLimit.Parameter],
        NeedsScores = true,
        Conflict = values => values.N >= values.Of(_widthParameter) ? null : new StrategyConflict(
            $"n = {values.N} cannot have width {values.Of(_widthParameter)}: n / width subtrees grow, which is none",
            $"Lower width to {values.N} or less, or raise n to {values.Of(_widthParameter)} or more"),
        AsynchronousConflict = _ => null,
        Work = (values, steps) => ExpectedWork.OfSteps(values.N, steps),
        Create = context => new DiverseVerifierTreeSearch(context),
    };

    /// <inheritdoc/>
    public int Generations => _context.Values.N;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        if (tree.IsEmpty)
        {
            return [new Expansion(SearchTree.Root, Generations / _width * _width, Extent.Step)];
        }

        return ExpansionsOf(tree, KeptAfter(tree, tree.Rounds));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> PlanAhead(SearchTree tree, int wholeRounds) => ExpansionsOf(
        tree, tree.NodesOfRound(tree.Rounds).GroupBy(SubtreeOf).SelectMany(subtree => _context.Ranking.Best(tree, subtree, 1)));

    /// <inheritdoc/>
    public IEnumerable<Node> KeptAfter(SearchTree tree, int round) => tree.Nodes
        .Where(node => node.Round <= round)
        .GroupBy(SubtreeOf)
        .SelectMany(subtree => Latest(subtree, tree));

    private IReadOnlyList<Expansion> ExpansionsOf(SearchTree tree, IEnumerable<Node> kept) =>
        tree.Rounds >= _context.Values.Of(RoundLimit.Parameter)
            ? []
            : [.. kept.Where(node => node.IsOpen).Select(node => new Expansion(node.Id, _width, Extent.Step))];

    // Empty where all that a subtree drew last was truncated: it has ended, too.
    private IEnumerable<Node> Latest(IEnumerable<Node> subtree, SearchTree tree)
    {
        var round = subtree.Last().Round;
        return _context.Ranking.Best(tree, subtree.Where(node => node.Round == round), 1);
    }

    // The root's first children belong to the first subtree, so that the subtrees of a small n are the first of a large one.
    private int SubtreeOf(Node node) => node.Path[0] / _width;
}
