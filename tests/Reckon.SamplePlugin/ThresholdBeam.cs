using Reckon.Search;
using Reckon.Search.Randomness;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.SamplePlugin;

/// <summary>
/// A beam search whose beam is as wide as the verifier is unsure: of each round's open prefixes it continues those that score
/// nearly as well as the best, a limited number of them. Chosen at random instead of by score, it shows how much the order matters.
/// </summary>
public sealed class ThresholdBeam : IDefinedStrategy
{
    private static readonly WholeNumberParameter _kept = new(
        "kept", "prefixes that are continued at most; each gets n / kept children, rounded down", 1, 10_000);

    private static readonly NumberParameter _threshold = new(
        "threshold", "what share of the best prefix's score a prefix needs to be continued", 0, 1, 0.5);

    private static readonly ChoiceParameter<Pick> _pick = new("pick", "which of them are continued where there are too many", Pick.Best);

    private readonly StrategyContext _context;

    private ThresholdBeam(StrategyContext context) => _context = context;

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "thresholdBeam",
        Name = "threshold-beam",
        Description = "Draws n steps and continues the prefixes that score nearly as well as the best",
        Parameters = [_kept, _threshold, _pick],
        NeedsScores = true,
        Conflict = values => values.Of(_kept) <= values.N ? null : new StrategyConflict(
            $"n = {values.N} children cannot be shared among {values.Of(_kept)} prefixes",
            $"Lower kept to {values.N} or less, or raise n to {values.Of(_kept)} or more"),
        Create = context => new ThresholdBeam(context),
    };

    /// <inheritdoc/>
    public int Generations => _context.Values.N;

    private int Kept => _context.Values.Of(_kept);

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) => tree.IsEmpty
        ? [new Expansion(SearchTree.Root, Generations, Extent.Step)]
        : [.. Continued(tree).Select(node => new Expansion(node.Id, Generations / Kept, Extent.Step))];

    private IEnumerable<Node> Continued(SearchTree tree)
    {
        var open = tree.NodesOfRound(tree.Rounds)
            .Where(node => node.IsOpen)
            .Select(node => (Node: node, Score: _context.Ranking.Of(tree.ScoresTo(node.Id))))
            .ToList();
        var least = _context.Values.Of(_threshold) * open.Select(prefix => prefix.Score).DefaultIfEmpty().Max();
        return open
            .Where(prefix => prefix.Score >= least)
            .OrderByDescending(prefix => Rank(prefix.Node, prefix.Score))
            .ThenBy(prefix => prefix.Node.Id) // A replay must continue the same prefixes when scores tie.
            .Take(Kept)
            .Select(prefix => prefix.Node);
    }

    // Chance hangs on the prefix alone: the same prefix is as lucky in every search of this problem and seed.
    private double Rank(Node node, double score) => _context.Values.Of(_pick) switch
    {
        Pick.Random => _context.Chance.Descend(node.Path.AsSpan()).Uniform(0),
        _ => score,
    };
}
