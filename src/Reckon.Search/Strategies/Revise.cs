using Reckon.Search.Drawing;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Located revisions: the verifier's scores of steps say where an answer went wrong, and the proposer draws from there again, never a
/// step that the chain has tried there (unless it may repeat one of which the proposer is sure). The answer with the better last score is kept and revised next. n generations are chains × length.
/// </summary>
public sealed class Revise : IDefinedStrategy
{
    private static readonly ChainsParameter _chains = new("chains", "chains side by side; each is n / chains answers long, rounded down");

    private static readonly ChoiceParameter<PlaceRule> _place = new(
        "place", "where a revision begins: at the steepest fall of the scores, or where most is to be gained", PlaceRule.Fall);

    private static readonly NumberParameter _prior = new("prior", "what stands for the score before the first step", 0, 1, 0.5);

    private static readonly NumberParameter _penalty = new("penalty", "with fall: what a place loses for each step tried there after the first", 0, 1, 0.15);

    private static readonly WholeNumberParameter _retries = new(
        "retries",
        "with fall: so many draws that repeat a tried step are thrown away; then a step may repeat, and what comes after it is new. With 0 none ever repeats",
        0, 64, 0);

    private static readonly NumberParameter _leastGain = new("leastGain", "with gain: where no place promises more, a fresh answer is drawn", 0, 1, 0.05);

    private readonly RevisionRules _rules;
    private readonly int _width;
    private readonly int _length;
    private Replayed? _last; // Replays are asked for many times of one tree.

    private Revise(StrategyContext context)
    {
        var values = context.Values;
        Generations = values.N;
        (_width, _length) = (values.Of(_chains), values.N / values.Of(_chains));
        _rules = new RevisionRules(values.Of(_place), values.Of(_prior), values.Of(_penalty), values.Of(_leastGain), values.Of(_retries), context.Ranking,
            context.Chance);
    }

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "revise",
        Name = "revise",
        Description = "Chains of answers, each redrawn from the step at which the verifier says the kept one went wrong",
        Parameters = [_chains, _place, _prior, _penalty, _leastGain, _retries],
        NeedsScores = true,
        MayExclude = values => values.N / values.Of(_chains) > 1,
        Conflict = values => ChainConflict.Of(values, _chains),
        // A chain's first answer is whole; a revision redraws what comes after a place, half of an answer if all places are alike.
        Work = (values, _) => new ExpectedWork((values.Of(_chains) + (values.N / values.Of(_chains) * values.Of(_chains))) / 2.0) { FromRoot = values.Of(_chains) },
        Create = context => new Revise(context),
    };

    /// <inheritdoc/>
    public int Generations { get; }

    /// <inheritdoc/>
    public bool CanBeNarrowed => false; // Which chain wrote what is read from the tree, of which each round must then be whole.

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) =>
        tree.IsEmpty ? [new Expansion(SearchTree.Root, _width, Extent.Answer)]
        : tree.Rounds >= _length ? []
        : [.. RoundOf(tree, Replay(tree).Chains).Select(draw => draw.Expansion)];

    /// <inheritdoc/>
    public int? ChainOf(SearchTree tree, Node node) => Replay(tree).ChainOf[node.Id];

    /// <inheritdoc/>
    /// <remarks>It is what the chain kept until then, whichever of its answers holds the place.</remarks>
    public Node? RevisedBy(SearchTree tree, Node node) => Replay(tree).Revised[node.Id];

    private Replayed Replay(SearchTree tree)
    {
        if (_last?.Tree == tree)
        {
            return _last;
        }

        List<RevisionChain> chains = [.. Enumerable.Range(0, _width).Select(number => new RevisionChain(number, _rules))];
        var chainOf = new int[tree.Nodes.Length + 1];
        var revised = new Node?[tree.Nodes.Length + 1];
        for (var round = 1; round <= tree.Rounds; round++)
        {
            var writers = round == 1 ? chains : RoundOf(tree, chains).SelectMany(draw => draw.Chains).ToList();
            foreach (var (chain, node) in writers.Zip(tree.NodesOfRound(round)).ToList())
            {
                (chainOf[node.Id], revised[node.Id]) = (chain.Number, IsFresh(node) ? null : chain.Kept);
                chain.Add(tree, node);
            }
        }

        return _last = new Replayed(tree, chains, chainOf, revised);
    }

    // Chains that draw a fresh answer draw it in one expansion: a place is expanded once a round.
    private static IEnumerable<(Expansion Expansion, List<RevisionChain> Chains)> RoundOf(SearchTree tree, List<RevisionChain> chains)
    {
        var next = chains.Select(chain => (Chain: chain, Expansion: chain.Next(tree))).ToList();
        var fresh = next.Where(one => one.Expansion is null).Select(one => one.Chain).ToList();
        if (fresh.Count > 0)
        {
            yield return (new Expansion(SearchTree.Root, fresh.Count, Extent.Answer), fresh);
        }

        foreach (var (chain, expansion) in next)
        {
            if (expansion is { } inside)
            {
                yield return (inside, [chain]);
            }
        }
    }

    // Redrawn from the beginning it would be a distinct child.
    private static bool IsFresh(Node node) => node.Parent == SearchTree.Root && ChildIndex.DrawOf(node.Index) == Draw.Sampled;

    private sealed record Replayed(SearchTree Tree, List<RevisionChain> Chains, int[] ChainOf, Node?[] Revised);
}
