using System.Collections.Immutable;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// The compute-optimal policy as a strategy (Snell et al. 2024, section 3): the first answers tell how hard the problem is, and the method
/// goes on that a policy names for such problems. First answers and method together stay within n; where the method begins with whole
/// answers, the first ones are its own.
/// </summary>
public sealed class Adaptive : IDefinedStrategy
{
    private static readonly PolicyParameter _parameter = new(
        "policy", "the policy: what tells the bin, its cuts, and the method of each bin");

    private readonly StrategyContext _context;
    private readonly BinPolicy _policy;
    private readonly ImmutableArray<ISearchStrategy> _methods;
    private DelegatedSearch? _last; // A tree grows round by round, and is asked about many times.
    private int _lastBin;

    private Adaptive(StrategyContext context)
    {
        (_context, _policy) = (context, _parameter.Of(context.Values));
        _methods = [.. _policy.Bins.Select(Build)];
    }

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "adaptive",
        Name = "adaptive",
        Description = "Draws a few answers, tells from them how hard the problem is, and goes on as a policy says for such problems",
        Parameters = [_parameter],
        NeedsScores = true,
        NeedsAnswers = true,
        NeedsOf = values => _parameter.Of(values).Needs,
        MayExclude = values => MayExcludeIn(_parameter.Of(values), values.N),
        Conflict = values => PolicyConflict.Of(_parameter.Of(values), values.N),
        Work = (values, steps) => PolicyWork.Of(_parameter.Of(values), values.N, steps),
        Create = context => new Adaptive(context),
    };

    /// <inheritdoc/>
    public int Generations => _context.Values.N;

    /// <inheritdoc/>
    public bool CanBeNarrowed => _methods.All(method => method.CanBeNarrowed);

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) => tree.Nodes.Length < _policy.Answers
        ? [new Expansion(SearchTree.Root, _policy.Answers - tree.Nodes.Length, Extent.Answer)]
        : DelegatedOf(tree).Plan;

    /// <inheritdoc/>
    public IEnumerable<Node> KeptAfter(SearchTree tree, int round) => tree.Nodes.Length < _policy.Answers
        ? tree.Nodes.Where(node => node.IsSolution && node.Round <= round)
        : DelegatedOf(tree).KeptAfter(round);

    /// <inheritdoc/>
    public int? ChainOf(SearchTree tree, Node node) =>
        tree.Nodes.Length >= _policy.Answers && DelegatedOf(tree) is var search && search.OwnOf(node) is { } own
            ? _methods[_lastBin].ChainOf(search.Own, own)
            : null;

    /// <inheritdoc/>
    public Node? RevisedBy(SearchTree tree, Node node) =>
        tree.Nodes.Length >= _policy.Answers && DelegatedOf(tree) is var search && search.OwnOf(node) is { } own
        && _methods[_lastBin].RevisedBy(search.Own, own) is { } revised
            ? search.RealOf(revised)
            : null;

    /// <inheritdoc/>
    public PolicyChoice? ChoiceOf(SearchTree tree)
    {
        if (tree.Nodes.Length < _policy.Answers)
        {
            return null;
        }

        DelegatedOf(tree);
        var method = _policy.Bins[_lastBin];
        return new PolicyChoice(_lastBin, method.Text, method.Selector);
    }

    private static bool MayExcludeIn(BinPolicy policy, int n) => policy.Bins.Any(
        method => method.Definition?.MayExclude(PolicyShare.Of(method, n, policy.Answers).Values) == true);

    private ISearchStrategy Build(PolicyMethod method) => method.Definition!.Create(
        _context with { Values = PolicyShare.Of(method, _context.Values.N, _policy.Answers).Values });

    private DelegatedSearch DelegatedOf(SearchTree tree)
    {
        if (_last?.IsBegunOf(tree) != true)
        {
            var measured = Probe.Measured(_policy.Measure, Probe.Of(tree, _policy.Answers), _context.Ranking, _context.Answers);
            _lastBin = _policy.BinOf(measured);
            _last = new DelegatedSearch(_methods[_lastBin], _policy.Answers);
        }

        _last.Advance(tree);
        return _last;
    }
}
