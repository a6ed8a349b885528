using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Trees;
using Reckon.Search.Costs;

namespace Reckon.System.Tests.Clusters;

/// <summary>
/// Looks for what a fault may do to a sweep in what the store holds of it, its outcomes and its trees, and in nothing that a process has
/// counted: a trial that is lost or there twice, a continuation that is counted twice or stands on nothing, a cost that is not that of the
/// tree, a budget that is exceeded. Pure.
/// </summary>
internal static class SweepAudit
{
    /// <summary>What is wrong; nothing in a sound sweep.</summary>
    /// <param name="trials">Trials that each problem has.</param>
    /// <param name="budget">What each trial may spend.</param>
    /// <param name="outcomes">All outcomes, in any order.</param>
    /// <param name="trees">The trees of all problems, in any order.</param>
    public static IEnumerable<string> Violations(
        int trials, Budget budget, IReadOnlyList<TrialOutcome> outcomes, IReadOnlyList<ProblemTrees> trees) =>
    [
        .. Repeated("problem", trees.Select(problem => problem.Problem.Id)),
        .. Repeated("outcome", outcomes.Select(NameOf)),
        .. outcomes.Select(outcome => outcome.ProblemId).Except(trees.Select(problem => problem.Problem.Id))
            .Select(problem => $"{problem} has outcomes and no trees"),
        .. outcomes.Where(outcome => !budget.Covers(outcome.Cost, default)).Select(outcome => $"{NameOf(outcome)} spent {outcome.Cost}"),
        .. trees.SelectMany(problem => OfProblem(trials, problem, [.. outcomes.Where(outcome => outcome.ProblemId == problem.Problem.Id)])),
    ];

    private static IEnumerable<string> OfProblem(int trials, ProblemTrees trees, IReadOnlyList<TrialOutcome> outcomes)
    {
        if (outcomes.Count != trials || trees.Trials.Length != trials)
        {
            yield return $"{trees.Problem.Id} has {outcomes.Count} outcomes and {trees.Trials.Length} trees for {trials} trials";
        }

        foreach (var tree in trees.Trials)
        {
            var name = NameOf(trees.Problem.Id, tree.Run, tree.Seed);
            var outcome = outcomes.FirstOrDefault(known => NameOf(known) == name);
            foreach (var violation in outcome is null ? [$"{name} has a tree and no outcome"] : OfTrial(name, trees, tree, outcome))
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<string> OfTrial(string name, ProblemTrees trees, TrialTree tree, TrialOutcome outcome)
    {
        var generated = tree.Nodes.Sum(node => StepsOf(trees, node).Sum(step => (long)trees.Steps[step].Tokens));
        if (generated != outcome.Cost.GeneratedTokens || tree.Cost != outcome.Cost)
        {
            yield return $"{name} was charged {outcome.Cost}, its tree {tree.Cost}, and the steps in it have {generated} tokens";
        }

        if ((tree.Rounds, tree.Candidates.Length, tree.End) != (outcome.Rounds, outcome.Solutions, outcome.End))
        {
            yield return $"{name} has {outcome.Rounds} rounds and {outcome.Solutions} solutions, its tree {tree.Rounds} and {tree.Candidates.Length}";
        }

        foreach (var violation in Repeated($"{name}: node", tree.Nodes.Select(node => $"{node.Step}/{node.Steps}")).Concat(Rootless(name, trees, tree)))
        {
            yield return violation;
        }
    }

    // What a continuation continues was drawn in a round before it.
    private static IEnumerable<string> Rootless(string name, ProblemTrees trees, TrialTree tree)
    {
        var firstRounds = tree.Nodes.SelectMany(node => StepsOf(trees, node).Select(step => (Step: step, node.Round)))
            .GroupBy(drawn => drawn.Step).ToDictionary(drawn => drawn.Key, drawn => drawn.Min(each => each.Round));
        return
        from node in tree.Nodes
        let parent = trees.Steps[StepsOf(trees, node)[0]].Parent
        where parent >= 0 && !(firstRounds.TryGetValue(parent, out var round) && round < node.Round)
        select $"{name}: the continuation that ends in step {node.Step} stands on step {parent}, which no round before had drawn";
    }

    private static int[] StepsOf(ProblemTrees trees, TreeNode node) => [.. trees.PathTo(node.Step).TakeLast(node.Steps)];

    private static IEnumerable<string> Repeated(string what, IEnumerable<string> names) =>
        names.CountBy(name => name).Where(name => name.Value > 1).Select(name => $"{what} {name.Key} is there {name.Value} times");

    private static string NameOf(TrialOutcome outcome) => NameOf(outcome.ProblemId, outcome.Run, outcome.Seed);

    private static string NameOf(string problem, string run, long seed) => $"{problem}, {run}, seed {seed}";
}
