using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Evaluation.Outcomes;

/// <summary>What a trial's outcome needs to know of its search: one that has just ended, or one whose tree was kept.</summary>
/// <param name="End">Why it ended.</param>
/// <param name="Rounds">Rounds that were run.</param>
/// <param name="Truncated">Continuations that a token limit cut off.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Solutions">Finished solutions, in the order in which they were drawn.</param>
public sealed record FinishedSearch(SearchEnd End, int Rounds, int Truncated, Cost Cost, ImmutableArray<SolutionText> Solutions)
{
    /// <summary>The answers of its chains, in the order in which they were drawn; none where solutions stand for themselves.</summary>
    public ImmutableArray<ChainAnswer> Chains { get; init; } = [];

    /// <summary>What a policy chose for it; null where none did.</summary>
    public PolicyChoice? Policy { get; init; }

    /// <summary>What <paramref name="result"/> gave, planned by <paramref name="strategy"/>.</summary>
    public static FinishedSearch Of(SearchResult result, ISearchStrategy strategy)
    {
        var tree = result.Tree;
        var kept = strategy.KeptAfter(tree, tree.Rounds).Select(node => node.Id).ToHashSet();
        return new FinishedSearch(
            result.End,
            tree.Rounds,
            tree.Nodes.Count(node => !node.IsRollout && node.Proposal.Ending == Ending.Truncated),
            result.Cost,
            [
                .. tree.Solutions.Select(node => new SolutionText(TextOf(tree, node), tree.ScoresTo(node.Id), kept.Contains(node.Id))),
            ])
        {
            Chains = ChainAnswer.Of(tree, strategy),
            Policy = strategy.ChoiceOf(tree),
        };
    }

    /// <summary>For each solution the chain that it belongs to, from 0; null where it stands for itself.</summary>
    internal int?[] ChainsOfSolutions()
    {
        var chains = new int?[Solutions.Length];
        foreach (var answer in Chains.Where(answer => answer.Solution >= 0))
        {
            chains[answer.Solution] = answer.Chain;
        }

        return chains;
    }

    /// <summary>The text of the solution that ends in <paramref name="node"/>, as answers are looked for in it.</summary>
    internal static string TextOf(SearchTree tree, Node node) => string.Join('\n', tree.StepsTo(node.Id).Select(step => step.Text));
}
