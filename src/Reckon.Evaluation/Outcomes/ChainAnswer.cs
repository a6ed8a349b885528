using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Evaluation.Outcomes;

/// <summary>An answer of a chain, finished or cut off.</summary>
/// <param name="Chain">The chain's number, from 0. See <see cref="ISearchStrategy.ChainOf"/>.</param>
/// <param name="Revises">
/// The place, in the list of the search's <see cref="ChainAnswer"/>s, of the answer that it revises; −1 for one that begins afresh.
/// </param>
/// <param name="Solution">Its place among the search's solutions, from 0; −1 where it was cut off.</param>
public readonly record struct ChainAnswer(int Chain, int Revises, int Solution)
{
    /// <summary>The answers of all chains of <paramref name="tree"/> in the order in which they were drawn; none where there is no chain.</summary>
    internal static ImmutableArray<ChainAnswer> Of(SearchTree tree, ISearchStrategy strategy)
    {
        var answers = ImmutableArray.CreateBuilder<ChainAnswer>();
        var places = new int?[tree.Nodes.Length + 1]; // By the node's id.
        var solutions = 0;
        foreach (var node in tree.Nodes.Where(node => !node.IsRollout && node.Proposal.Ending != Ending.Open))
        {
            var solution = node.IsSolution ? solutions++ : -1;
            if (strategy.ChainOf(tree, node) is { } chain)
            {
                places[node.Id] = answers.Count;
                answers.Add(new ChainAnswer(chain, strategy.RevisedBy(tree, node) is { } revised ? places[revised.Id] ?? -1 : -1, solution));
            }
        }

        return answers.ToImmutable();
    }
}
