using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Monte-Carlo tree search over steps, with a process reward model in place of rollouts: each expansion goes down from the root by the PUCT
/// rule of AlphaZero (Silver et al. 2017, arXiv 1712.01815) and draws children of the open step that it comes to. It ends when no
/// expansion is left that draws at most n steps at any depth and finds at most n answers.
/// </summary>
public sealed class MonteCarloTreeSearch : IDefinedStrategy
{
    private static readonly WidthParameter _width = new("width", "steps that an expansion draws, fewer where n leaves no room", 1, 10_000);

    private static readonly NumberParameter _exploration = new(
        "exploration", "weight of what was visited little beside what scores well, c in PUCT", 0, 100, 1);

    private static readonly ChoiceParameter<StepPrior> _prior = new(
        "prior", "how children are weighed before they are visited: all the same, or by the proposer's probabilities", StepPrior.Uniform);

    private static readonly WholeNumberParameter _leaves = new("leaves", "expansions a round, kept apart by virtual losses", 1, 10_000, 1);

    private static readonly WholeNumberParameter _maxRounds = new("maxRounds", "rounds of expansion at most", 1, 10_000, 1_000);

    private readonly ParameterValues _values;

    private MonteCarloTreeSearch(StrategyContext context) => _values = context.Values;

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "mcts",
        Name = "mcts",
        Description = "Expands the step that looks best by its scores and by how little it was visited (PUCT)",
        Parameters = [_width, _exploration, _prior, _leaves, _maxRounds],
        NeedsScores = true,
        Work = (values, steps) => ExpectedWork.OfSteps(values.N, steps),
        Create = context => new MonteCarloTreeSearch(context),
    };

    /// <inheritdoc/>
    public int Generations => _values.N;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        if (tree.Rounds >= _values.Of(_maxRounds))
        {
            return [];
        }

        var visits = new StepVisits(tree, Generations, _values.Of(_prior));
        List<Expansion> round = [];
        while (round.Count < _values.Of(_leaves) && visits.NextLeaf(_values.Of(_exploration)) is { } leaf)
        {
            var count = Math.Min(_values.Of(_width), visits.RoomUnder(leaf));
            visits.Expect(leaf, count);
            round.Add(new Expansion(leaf, count, Extent.Step));
        }

        return round;
    }
}
