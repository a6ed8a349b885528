using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Reward-balanced search (REBASE; Wu et al. 2024, arXiv 2408.00724): each round shares n, less what is finished, among the open prefixes
/// by the softmax of their scores. Shares are rounded by <see cref="LargestRemainder"/>, so they sum to what there is; the authors' code
/// rounds up. With several subtrees, each is such a search of n / subtrees, and knows nothing of the others.
/// </summary>
public sealed class Rebase : WidthSharing, IDefinedStrategy, IAsynchronousStrategy
{
    private static readonly NumberParameter _temperature = new(
        "temperature", "divides scores before the softmax that shares the width; the lower, the more the best prefix gets",
        0.001, 100, 0.2);

    private static readonly WholeNumberParameter _subtrees = new(
        "subtrees", "subtrees that share n / subtrees steps a round each, rounded down", 1, 10_000, 1)
    { IsImplied = true };

    private Rebase(StrategyContext context)
        : base(context, context.Values.Of(_subtrees))
    {
    }

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "rebase",
        Name = "rebase",
        Description = "Draws n steps a round, less what is finished, and shares them among the prefixes by the softmax of their scores",
        Parameters = [_temperature, _subtrees, RoundLimit.Parameter],
        NeedsScores = true,
        Conflict = values => values.N >= values.Of(_subtrees) ? null : new StrategyConflict(
            $"n = {values.N} cannot have {values.Of(_subtrees)} subtrees: each draws n / subtrees steps a round, which is none",
            $"Lower subtrees to {values.N} or less, or raise n to {values.Of(_subtrees)} or more"),
        AsynchronousConflict = values => values.Of(_subtrees) > 1 ? null : new StrategyConflict(
            "the shares of a round depend on the scores of all prefixes of the round before, so nothing of it can be drawn early",
            "Set subtrees to 2 or more, which grows another tree, or remove asynchronous"),
        Work = (values, steps) => ExpectedWork.OfSteps(values.N, steps),
        Create = context => new Rebase(context),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> PlanAhead(SearchTree tree, int wholeRounds) => PlanOfWholeSubtrees(tree);

    private protected override IReadOnlyList<int> Share(SearchTree tree, IReadOnlyList<Node> open, int width, int round) =>
        LargestRemainder.Share(width, Softmax.Of(open.Select(node => Context.Ranking.ScoreOf(tree, node)), Context.Values.Of(_temperature)));
}
