using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Grading;
using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Evaluation.Trees;

/// <summary>
/// Puts the trees of a problem's trials together. Trials are added in the sweep's order, so that the same trials give the same
/// value.
/// </summary>
public sealed class ProblemTreesBuilder(Problem problem)
{
    private readonly StepTable _steps = new();
    private readonly AnswerTable _answers = new();
    private readonly List<TrialTree> _trials = [];

    /// <summary>Adds a trial: its search, the strategy that planned it, and its grades.</summary>
    public void Add(SearchResult result, ISearchStrategy strategy, GradedTrial graded)
    {
        var nodes = NodesOf(result.Tree, strategy, graded.Outcome.Seed);
        var places = result.Tree.Nodes.Index().Where(node => node.Item.IsSolution).Select(node => node.Index);
        _trials.Add(new TrialTree(
            graded.Outcome.Run,
            graded.Outcome.Seed,
            result.End,
            result.Tree.Rounds,
            result.Cost,
            nodes,
            [.. places.Zip(_answers.Candidates(graded), (place, candidate) => candidate with { Node = place })],
            graded.Choices)
        {
            Chains = ChainAnswer.Of(result.Tree, strategy),
            Policy = strategy.ChoiceOf(result.Tree),
        }.With(graded));
    }

    /// <summary>All that was added.</summary>
    public ProblemTrees Build() => new(problem, GradingVersion.Current, _answers.Rules, _steps.Steps, _answers.Answers, [.. _trials]);

    private ImmutableArray<TreeNode> NodesOf(SearchTree tree, ISearchStrategy strategy, long seed)
    {
        var kept = KeptUntil(tree, strategy);
        var steps = new int[tree.Nodes.Length + 1][]; // By the node's id.
        foreach (var node in tree.Nodes)
        {
            steps[node.Id] = _steps.StepsOf(node, seed, node.Parent == SearchTree.Root ? -1 : steps[node.Parent][node.From.Steps - 1]);
        }

        return [.. tree.Nodes.Select(node => new TreeNode(steps[node.Id][^1], node.Proposal.Steps.Length, node.Round, node.IsRollout ? TreeNode.Rollout : kept[node.Id]))];
    }

    private static int[] KeptUntil(SearchTree tree, ISearchStrategy strategy)
    {
        var kept = new int[tree.Nodes.Length + 1];
        for (var round = 1; round <= tree.Rounds; round++)
        {
            foreach (var node in strategy.KeptAfter(tree, round))
            {
                kept[node.Id] = round;
            }
        }

        return kept;
    }
}
