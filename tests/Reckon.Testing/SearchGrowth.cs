using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Testing;

/// <summary>Grows trees round by round outside the runner, to see what lies between its rounds.</summary>
public static class SearchGrowth
{
    /// <summary>Rounds after which a search is taken to be endless.</summary>
    public const int MostRounds = 200;

    /// <summary>The trees after 0, 1, 2, … rounds, up to the one at which <paramref name="strategy"/> stops.</summary>
    public static async Task<ImmutableArray<SearchTree>> GrowAsync(
        ISearchStrategy strategy, INodeExpander expander, SearchTree from, long seed, CancellationToken cancellationToken)
    {
        var trees = ImmutableArray.CreateBuilder<SearchTree>();
        trees.Add(from);
        while (strategy.Plan(trees[^1]) is { Count: > 0 } round)
        {
            if (trees.Count > MostRounds)
            {
                throw new InvalidOperationException($"{strategy} still plans after {MostRounds} rounds.");
            }

            trees.Add(await GrowOnceAsync(trees[^1], round, expander, seed, cancellationToken));
        }

        return trees.ToImmutable();
    }

    /// <summary>The same tree, rebuilt from its nodes alone.</summary>
    public static SearchTree Rebuild(SearchTree tree)
    {
        var rebuilt = SearchTree.Empty;
        for (var round = 1; round <= tree.Rounds; round++)
        {
            // GroupBy keeps the order in which the parents first appear, which is the order of the plan.
            var groups = tree.NodesOfRound(round).GroupBy(KindOf).ToArray();
            rebuilt = rebuilt.Add(
                [.. groups.Select(group => group.Key with { Count = group.Count() })],
                [.. groups.Select(group => group.Select(Copy).ToImmutableArray())]);
        }

        return rebuilt;
    }

    private static Expansion KindOf(Node node)
    {
        var draw = ChildIndex.DrawOf(node.Index);
        return new Expansion(node.Parent, 1, Extent.Step)
        {
            Steps = node.Parent == SearchTree.Root ? null : node.From.Steps,
            Draw = draw,
            Against = draw is Draw.DistinctSteps or Draw.DistinctAnswers ? ChildIndex.AgainstOf(node.Index) : 0,
            Seen = node.IsRevision ? ChildIndex.Seen(node.Index) : 0,
            IsRollout = node.IsRollout,
        };
    }

    private static async Task<SearchTree> GrowOnceAsync(
        SearchTree tree, IReadOnlyList<Expansion> round, INodeExpander expander, long seed, CancellationToken cancellationToken)
    {
        var answers = new List<ImmutableArray<Branch>>();
        var task = Some.Task(new BestOfN(1), seed);
        foreach (var expansion in round)
        {
            var request = tree.RequestOf(task, expansion);
            answers.Add((await expander.ExpandAsync(request, cancellationToken)).Branches);
        }

        return tree.Add(round, answers);
    }

    private static Branch Copy(Node node) => new(
        node.Proposal with { Steps = [.. node.Proposal.Steps] },
        node.Verdict is { } verdict ? new Verdict([.. verdict.Scores], [.. verdict.Tokens]) : null);
}
