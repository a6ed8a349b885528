using System.Globalization;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Evaluation.Trees;
using Reckon.Search;
using Reckon.Search.Drawing;

namespace Reckon.Evaluation.Reports;

/// <summary>Draws the tree of a trial as text: a line for each step, children under their parent. Pure.</summary>
internal static class TreeText
{
    private const int LongestText = 100;

    public static void Append(StringBuilder text, ProblemTrees trees, TrialTree trial)
    {
        // By path: children under their parent, in the order of their indices.
        var nodes = trial.Nodes
            .Select(node => (Node: node, Path: trees.PathTo(node.Step)))
            .OrderBy(entry => entry.Path.Select(step => trees.Steps[step].Child).ToArray(), PathComparer.Instance);
        foreach (var (node, path) in nodes)
        {
            for (var i = path.Length - node.Steps; i < path.Length; i++)
            {
                AppendStep(text, trees.Steps[path[i]], PathOf(trees, path[i]), i, node);
            }
        }
    }

    /// <summary>The indices of children from the root to <paramref name="step"/>, with dots between them.</summary>
    public static string PathOf(ProblemTrees trees, int step) =>
        string.Join('.', trees.PathTo(step).Select(at => ChildIndex.Text(trees.Steps[at].Child)));

    private static void AppendStep(StringBuilder text, TreeStep step, string path, int depth, TreeNode node)
    {
        var mark = node.KeptUntil >= node.Round ? '>' : ' ';
        var score = step.Score is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "  -  ";
        var ending = step.Ending == Ending.Open ? "" : $" {CamelCase.Of(step.Ending)}";
        text.Append(
            CultureInfo.InvariantCulture,
            $"{mark} {new string(' ', 2 * depth)}{path}  r{node.Round} {score}{ending} ({step.Tokens})  {Short(step.Text)}\n");
    }

    private static string Short(string step) =>
        step.Length <= LongestText ? SafeText.Terminal(step) : $"{SafeText.Terminal(step[..LongestText])}…";

    private sealed class PathComparer : IComparer<int[]>
    {
        public static PathComparer Instance { get; } = new();

        public int Compare(int[]? left, int[]? right) => left.AsSpan().SequenceCompareTo(right);
    }
}
