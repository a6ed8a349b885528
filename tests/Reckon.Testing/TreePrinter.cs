using System.Globalization;
using System.Text;
using Reckon.Search;

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
        PrintChildren(text, tree, SearchTree.Root, indent: 0);
        return text.ToString();
    }

    private static void PrintChildren(StringBuilder text, SearchTree tree, int parent, int indent)
    {
        foreach (var node in tree.Nodes.Where(node => node.Parent == parent).OrderBy(node => node.Child.Index))
        {
            var mark = tree.ChildCount(node.Id) > 0 ? '>' : ' ';
            var place = new string(' ', 2 * indent) + string.Join('.', node.Path);
            var steps = string.Join(" / ", node.Child.Steps.Select(step => step.Text));
            text.AppendLine(
                CultureInfo.InvariantCulture, $"{mark} {place,-16} r{node.Round,-2} {node.Child.Ending,-9} {node.LastScore:0.000}  {steps}");
            PrintChildren(text, tree, node.Id, indent + 1);
        }
    }
}
