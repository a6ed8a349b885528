using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>
/// Beam search against a process reward model (Snell et al. 2024, section 5.2): draw N first steps, keep the best N/M
/// prefixes, continue each of them M times, and so on. A kept prefix that is finished keeps its place in the beam and is
/// not continued, so the rounds after it draw less; survivors are never copied to fill up. Plans list the best prefix first, so a budget
/// takes the worst ones out of the beam.
/// </summary>
public sealed record BeamSearch : IDefinedStrategy, IAsynchronousStrategy
{
    /// <summary>The paper's limit on rounds of expansion.</summary>
    public const int DefaultMaxRounds = RoundLimit.Default;

    private static readonly WidthParameter _width = new(
        "width", "children of each kept prefix, the paper's M; n / width prefixes are kept, rounded down", 1, 10_000);

    /// <summary>A beam search of <paramref name="beams"/> beams.</summary>
    /// <param name="beams">The paper's N; at least <paramref name="width"/>.</param>
    /// <param name="width">The paper's M, children of each kept prefix; at least 1.</param>
    /// <param name="maxRounds">Rounds after which the search ends, at least 1.</param>
    /// <param name="ranking">How the scores of a prefix's steps become the one it is ranked by.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range; above all, fewer beams than the width.</exception>
    public BeamSearch(int beams, int width, int maxRounds = DefaultMaxRounds, Aggregation ranking = Aggregation.Last)
    {
        (Beams, Width, MaxRounds, Ranking) =
            (StrategyDefinition.N.Checked(beams), _width.Checked(width), RoundLimit.Parameter.Checked(maxRounds), ranking);
        ArgumentOutOfRangeException.ThrowIfLessThan(beams, width);
    }

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "beam",
        Name = "beam",
        Description = "Draws n steps a round and continues only the prefixes that the verifier scores best",
        Parameters = [_width, RoundLimit.Parameter],
        NeedsScores = true,
        Conflict = values => values.N >= values.Of(_width) ? null : new StrategyConflict(
            $"a beam search of n = {values.N} cannot have width {values.Of(_width)}: it keeps n / width prefixes, which is none",
            $"Lower width to {values.N} or less, or raise n to {values.Of(_width)} or more"),
        AsynchronousConflict = _ => null,
        Work = (values, steps) => ExpectedWork.OfSteps(values.N, steps),
        Create = context => new BeamSearch(
            context.Values.N, context.Values.Of(_width), context.Values.Of(RoundLimit.Parameter), context.Ranking),
    };

    /// <summary>The paper's N.</summary>
    public int Beams { get; }

    /// <summary>The paper's M.</summary>
    public int Width { get; }

    /// <summary>Rounds after which the search ends.</summary>
    public int MaxRounds { get; }

    /// <summary>What prefixes are ranked by.</summary>
    public Aggregation Ranking { get; }

    /// <inheritdoc/>
    public int Generations => Beams;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        if (tree.IsEmpty)
        {
            return [new Expansion(SearchTree.Root, Beams, Extent.Step)];
        }

        return ExpansionsOf(tree, KeptAfter(tree, tree.Rounds));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> PlanAhead(SearchTree tree, int wholeRounds) =>
        ExpansionsOf(tree, new BeamForecast(tree, Beams / Width, Width, Ranking).Kept(wholeRounds));

    /// <inheritdoc/>
    public IEnumerable<Node> KeptAfter(SearchTree tree, int round) => BeamCut.Kept(
        Enumerable.Range(1, round).Select(tree.NodesOfRound),
        Beams / Width,
        node => Ranking.ScoreOf(tree, node));

    private IReadOnlyList<Expansion> ExpansionsOf(SearchTree tree, IEnumerable<Node> kept) => tree.Rounds >= MaxRounds
        ? []
        : [.. kept.Where(node => node.IsOpen).Select(node => new Expansion(node.Id, Width, Extent.Step))];
}
