using System.Globalization;
using System.Text;
using Reckon.Search.Drawing;
using Reckon.Search.Trees;

namespace Reckon.Testing;

/// <summary>Prints a search tree for a golden file: one line a node, children under their parent.</summary>
public static class TreePrinter
{
    /// <summary>
    /// The tree: round, path, ending, score of the last step, texts. An open node that was continued carries "&gt;"; one
    /// that was dropped, or was still open at the end, carries nothing.
    /// </summary>
    public static string Print(SearchTree tree)
    {
        var draws = Enumerable.Range(1, tree.Rounds).Select(round => tree.NodesOfRound(round).Count());
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"draws by round: {string.Join(", ", draws)}; generations: {tree.Generations}");
        var width = tree.Nodes.Select(node => Place(tree, node).Length).DefaultIfEmpty().Max();
        PrintChildren(text, tree, SearchTree.Root, width);
        return text.ToString();
    }

    private static void PrintChildren(StringBuilder text, SearchTree tree, int parent, int width)
    {
        foreach (var node in tree.Nodes.Where(node => node.Parent == parent).OrderBy(node => node.Index))
        {
            var mark = tree.ChildCount(node.Id) > 0 ? '>' : ' ';
            var place = Place(tree, node).PadRight(width);
            var steps = string.Join(" / ", node.Proposal.Steps.Select(step => step.Text));
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{mark} {place}  r{node.Round,-2} {node.Proposal.Ending,-9} {node.LastScore:0.000}  {steps}");
            PrintChildren(text, tree, node.Id, width);
        }
    }

    private static string Place(SearchTree tree, Node node) =>
        new string(' ', 2 * tree.DepthOf(node.Parent)) + string.Join('.', node.Path.Select(ChildIndex.Text)) + (node.IsRollout ? " ~" : "");
}
