using Reckon.Search.Trees;

namespace Reckon.LlamaCheck;

/// <summary>Counts what a search wrote, each text once: what several branches begin with counts for one.</summary>
internal static class DistinctText
{
    /// <summary>Tokens of the distinct texts in the tree, and of all of them.</summary>
    public static (long Distinct, long All) TokensOf(SearchTree tree)
    {
        var seen = new HashSet<string>();
        var (distinct, all) = (0L, 0L);
        var texts = new Dictionary<int, string> { [SearchTree.Root] = "" };
        foreach (var node in tree.Nodes)
        {
            var text = texts[node.Parent];
            foreach (var step in node.Proposal.Steps)
            {
                text += step.Text + "\n";
                all += step.Tokens.Length;
                distinct += seen.Add(text) ? step.Tokens.Length : 0;
            }

            texts[node.Id] = text;
        }

        return (distinct, all);
    }
}
