using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Trees;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.System.Tests.Clusters;

public sealed class SweepAuditTests
{
    private static readonly Cost _cost = new(2, 5, 30, 0);
    private static readonly TrialOutcome _outcome = new(
        "p", "", 0, "beam", "beam", new ParameterValues([new("n", 4)]), 7, SearchEnd.Completed, 2, 0, 0, [], _cost);
    private static readonly TrialTree _tree = new(
        "beam", 7, SearchEnd.Completed, 2, _cost, [new TreeNode(0, 1, 1, 1), new TreeNode(1, 1, 2, 0)], [], []);
    private static readonly ProblemTrees _trees = new(
        new Problem("p", "?", "1", "", 0), 1, [], [Step(parent: -1, tokens: 10), Step(parent: 0, tokens: 20)], [], [_tree]);

    [Fact]
    public void A_sound_sweep_has_no_violation() => Assert.Empty(Audit([_outcome], [_trees]));

    [Fact]
    public void An_outcome_that_is_lost_or_there_twice_is_found()
    {
        Assert.Contains("0 outcomes", Told([], [_trees]), StringComparison.Ordinal);
        Assert.Contains("there 2 times", Told([_outcome, _outcome], [_trees]), StringComparison.Ordinal);
        Assert.Contains("no trees", Told([_outcome], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_continuation_that_is_counted_twice_or_stands_on_nothing_is_found()
    {
        Assert.Contains("node 1/1 is there 2 times", Told([_outcome], [With([.. _tree.Nodes, new TreeNode(1, 1, 2, 0)])]), StringComparison.Ordinal);
        Assert.Contains("which no round before had drawn", Told([_outcome], [With([new TreeNode(1, 1, 2, 0)])]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_charge_that_is_not_that_of_the_steps_is_found() =>
        Assert.Contains("have 10 tokens", Told([_outcome], [With([new TreeNode(0, 1, 1, 1)])]), StringComparison.Ordinal);

    [Fact]
    public void A_budget_that_is_exceeded_is_found() =>
        Assert.Contains("spent", string.Join('\n', SweepAudit.Violations(1, new Budget(Tokens: 34), [_outcome], [_trees])), StringComparison.Ordinal);

    private static IEnumerable<string> Audit(IReadOnlyList<TrialOutcome> outcomes, IReadOnlyList<ProblemTrees> trees) =>
        SweepAudit.Violations(1, new Budget(Tokens: 35), outcomes, trees);

    private static string Told(IReadOnlyList<TrialOutcome> outcomes, IReadOnlyList<ProblemTrees> trees) => string.Join('\n', Audit(outcomes, trees));

    private static ProblemTrees With(ImmutableArray<TreeNode> nodes) => _trees with { Trials = [_tree with { Nodes = nodes }] };

    private static TreeStep Step(int parent, int tokens) => new(7, parent, 0, "text", tokens, -1, Ending.Open, null, 0);
}
