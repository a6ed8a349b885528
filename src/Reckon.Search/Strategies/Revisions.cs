using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Sequential revisions (Snell et al. 2024, section 6): chains of whole answers, each of which sees the latest ones before it. n
/// generations are chains × length.
/// </summary>
public sealed class Revisions : IDefinedStrategy
{
    private static readonly ChainsParameter _chains = new("chains", "chains side by side; each is n / chains answers long, rounded down");

    private static readonly WholeNumberParameter _seen = new("seen", "earlier answers that a revision sees, the latest ones", 1, 64, 4);

    private readonly int _width;
    private readonly int _length;
    private readonly int _context;

    private Revisions(StrategyContext context)
    {
        Generations = context.Values.N;
        _width = context.Values.Of(_chains);
        _length = Generations / _width;
        _context = context.Values.Of(_seen);
    }

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "revisions",
        Name = "revisions",
        Description = "Chains of whole answers, each of which sees the latest ones before it",
        Parameters = [_chains, _seen],
        NeedsScores = false,
        NeedsRevisions = true,
        Conflict = values => ChainConflict.Of(values, _chains),
        Work = WorkOf,
        Create = context => new Revisions(context),
    };

    /// <inheritdoc/>
    public int Generations { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        if (tree.IsEmpty)
        {
            return [new Expansion(SearchTree.Root, _width, Extent.Answer)];
        }

        return tree.Rounds >= _length
            ? []
            : [.. tree.NodesOfRound(tree.Rounds).Select(node => new Expansion(node.Id, 1, Extent.Answer) { Seen = _context })];
    }

    private static ExpectedWork WorkOf(ParameterValues values, double steps)
    {
        var (chains, length) = (values.Of(_chains), values.N / values.Of(_chains));
        return new ExpectedWork(chains * length)
        {
            FromRoot = chains,
            Reread = chains * Enumerable.Range(1, length - 1).Sum(earlier => (double)Math.Min(earlier, values.Of(_seen))),
            FurtherPrompts = chains * (length - 1),
        };
    }

    /// <inheritdoc/>
    public int? ChainOf(SearchTree tree, Node node) => node.Path[0];
}
