using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Strategies.Stopping;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Best-of-N in rounds, which ends before n where the answers that are known agree well enough: Adaptive-Consistency (Aggarwal et al. 2023,
/// arXiv 2305.11860), early-stopping self-consistency (Li et al. 2024, arXiv 2401.10480), or once the majority cannot change.
/// </summary>
public sealed class EarlyStopping : IDefinedStrategy
{
    private static readonly ChoiceParameter<StopRule> _rule = new(
        "rule", "what is enough: a likely lead over the second answer, a likely lead over all, a round that agrees, or a certain majority",
        StopRule.Beta);

    private static readonly WholeNumberParameter _window = new("window", "answers that a round draws", 1, 10_000, 4);

    private static readonly NumberParameter _confidence = new(
        "confidence", "how likely the leading answer must be to stay ahead, for the rules beta and dirichlet", 0.5, 1, 0.95);

    private readonly StrategyContext _context;

    private EarlyStopping(StrategyContext context) => _context = context;

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "earlyStopping",
        Name = "early-stopping",
        Description = "Draws whole answers in rounds, n at most, until those that are known agree well enough",
        Parameters = [_rule, _window, _confidence],
        NeedsScores = false,
        NeedsAnswers = true,
        // As if half of the problems ended after one round and the others never: how many of each there are is known only afterwards.
        Work = (values, _) => ExpectedWork.OfAnswers((Math.Min(values.Of(_window), values.N) + values.N) / 2.0),
        Create = context => new EarlyStopping(context),
    };

    /// <inheritdoc/>
    public int Generations => _context.Values.N;

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree)
    {
        var left = Generations - tree.ChildCount(SearchTree.Root);
        return left == 0 || (!tree.IsEmpty && IsEnough(tree, left))
            ? []
            : [new Expansion(SearchTree.Root, Math.Min(_context.Values.Of(_window), left), Extent.Answer)];
    }

    private bool IsEnough(SearchTree tree, int left)
    {
        var groups = _context.Answers.GroupsOf(tree);
        var votes = new Votes(groups);
        return _context.Values.Of(_rule) switch
        {
            StopRule.Beta => LeadsSecond(votes.Counts),
            // Leading all is never more likely than leading the second, which is quickly told.
            StopRule.Dirichlet => LeadsSecond(votes.Counts) && LeadProbability.Dirichlet(votes.Counts) >= _context.Values.Of(_confidence),
            StopRule.Window => LastRoundAgrees(tree, groups.AsSpan()),
            _ => votes.IsCertainWith(left),
        };
    }

    private bool LeadsSecond(IReadOnlyList<int> counts) =>
        counts.Count > 0 && LeadProbability.Beta(counts[0], counts.ElementAtOrDefault(1)) >= _context.Values.Of(_confidence);

    private static bool LastRoundAgrees(SearchTree tree, ReadOnlySpan<string?> groups)
    {
        List<Node> round = [.. tree.NodesOfRound(tree.Rounds)];
        return round.All(node => node.IsSolution) && groups[^1] is { } answer && !groups[^round.Count..].ContainsAnyExcept(answer);
    }
}
