using Reckon.Search.Drawing;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>
/// Lookahead search (Snell et al. 2024, section 5.2): beam search that ranks a prefix by where it leads. Each candidate step is rolled
/// out by up to k greedy steps, and the score at the end of the rollout is the candidate's. The rollout's text is not kept. With k = 0
/// it is beam search, step for step.
/// </summary>
public sealed class Lookahead : IDefinedStrategy
{
    private static readonly WidthParameter _width = new(
        "width", "children of each kept prefix, the paper's M; of n / (steps + 1) beams one in width is kept, rounded down", 1, 10_000);

    private static readonly WholeNumberParameter _steps = new(
        "steps", "greedy steps that a candidate is rolled out by, the paper's k; 0 is beam search", 0, 100);

    private readonly (int Beams, int Width, int Steps, int MaxRounds) _values;
    private readonly Aggregation _ranking;

    private Lookahead(StrategyContext context)
    {
        Generations = context.Values.N;
        _values = (BeamsOf(context.Values), context.Values.Of(_width), context.Values.Of(_steps), context.Values.Of(RoundLimit.Parameter));
        _ranking = context.Ranking;
    }

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "lookahead",
        Name = "lookahead",
        Description = "Beam search that ranks each step by the score at the end of a greedy rollout",
        Parameters = [_width, _steps, RoundLimit.Parameter],
        NeedsScores = true,
        Conflict = values => BeamsOf(values) >= values.Of(_width) ? null : new StrategyConflict(
            $"a lookahead of {values.Of(_steps)} steps with n = {values.N} pays for {BeamsOf(values)} beams, and width {values.Of(_width)} keeps none of them",
            $"Raise n to {values.Of(_width) * (values.Of(_steps) + 1)} or more, or lower width or steps"),
        Work = (values, steps) => new ExpectedWork(BeamsOf(values) * (1 + (RolloutSteps(values.Of(_steps), steps) / steps)))
        {
            FromRoot = BeamsOf(values) / steps,
        },
        Create = context => new Lookahead(context),
    };

    /// <inheritdoc/>
    public int Generations { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        if (tree.IsEmpty)
        {
            return [new Expansion(SearchTree.Root, _values.Beams, Extent.Step)];
        }

        var last = tree.NodesOfRound(tree.Rounds).ToList();
        if (_values.Steps > 0 && !last[0].IsRollout && last.Exists(node => node.IsOpen))
        {
            return [.. last.Where(node => node.IsOpen).Select(RolloutOf)];
        }

        return Levels(tree, tree.Rounds).Count() >= _values.MaxRounds
            ? []
            : [.. KeptAfter(tree, tree.Rounds).Where(node => node.IsOpen).Select(node => new Expansion(node.Id, _values.Width, Extent.Step))];
    }

    /// <inheritdoc/>
    public IEnumerable<Node> KeptAfter(SearchTree tree, int round)
    {
        var ends = tree.Nodes.Where(node => node.IsRollout && node.Verdict is not null).ToDictionary(node => node.Parent, node => node.Id);
        return BeamCut.Kept(
            Levels(tree, round), _values.Beams / _values.Width, node => _ranking.Of(tree.ScoresTo(ends.GetValueOrDefault(node.Id, node.Id))));
    }

    // Of all rollouts that begin on the way of one answer. They end where it ends, so those of late steps are shorter than k.
    private static double RolloutSteps(int longest, double steps) =>
        Enumerable.Range(1, (int)Math.Ceiling(steps)).Sum(depth => Math.Clamp(steps - depth, 0, longest));

    private static int BeamsOf(ParameterValues values) => values.N / (values.Of(_steps) + 1);

    private static IEnumerable<IEnumerable<Node>> Levels(SearchTree tree, int round) =>
        Enumerable.Range(1, round).Select(tree.NodesOfRound).Where(nodes => !nodes.First().IsRollout);

    private Expansion RolloutOf(Node node) =>
        new(node.Id, 1, new Extent(_values.Steps)) { Draw = Draw.Greedy, IsRollout = true };
}
