using System.Collections.Immutable;
using Reckon.Evaluation.Trees;
using Reckon.Search.Drawing;

namespace Reckon.Dashboard.Trials;

/// <summary>Puts the tree of a trial into lines. Pure.</summary>
public static class TrialLines
{
    /// <summary>The lines of <paramref name="trial"/>: children under their parents, in the order of their indices.</summary>
    /// <param name="trees">The problem's trees.</param>
    /// <param name="trial">One of them.</param>
    /// <param name="candidate">The solution that is looked at; -1 for none.</param>
    public static ImmutableArray<TrialLine> Of(ProblemTrees trees, TrialTree trial, int candidate)
    {
        var onPath = candidate < 0 ? [] : trees.PathTo(trial.Nodes[trial.Candidates[candidate].Node].Step).ToHashSet();
        var nodes = trial.Nodes
            .Select(node => (Node: node, Path: trees.PathTo(node.Step)))
            .OrderBy(entry => entry.Path.Select(step => trees.Steps[step].Child).ToArray(), PathOrder.Instance);
        return
        [
            .. from entry in nodes
               from depth in Enumerable.Range(entry.Path.Length - entry.Node.Steps, entry.Node.Steps)
               let number = entry.Path[depth]
               select new TrialLine(number, trees.Steps[number], PathText(trees, number), depth, entry.Node, onPath.Contains(number)),
        ];
    }

    private static string PathText(ProblemTrees trees, int step) =>
        string.Join('.', trees.PathTo(step).Select(at => ChildIndex.Text(trees.Steps[at].Child)));

    private sealed class PathOrder : IComparer<int[]>
    {
        public static PathOrder Instance { get; } = new();

        public int Compare(int[]? left, int[]? right) => left.AsSpan().SequenceCompareTo(right);
    }
}
