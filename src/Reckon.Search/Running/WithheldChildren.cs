using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>The children that plans asked for and a budget did not cover, until they are drawn after all.</summary>
internal sealed class WithheldChildren
{
    private readonly Dictionary<int, int> _wanted = []; // Children by node.

    /// <summary>Notes that of <paramref name="plan"/> no more than <paramref name="round"/> is run.</summary>
    public void Note(SearchTree tree, IReadOnlyList<Expansion> plan, IReadOnlyList<Expansion> round)
    {
        foreach (var expansion in plan.Except(round))
        {
            var wanted = tree.ChildCount(expansion.Node) + expansion.Count;
            _wanted[expansion.Node] = Math.Max(_wanted.GetValueOrDefault(expansion.Node), wanted);
        }
    }

    /// <summary>Whether <paramref name="tree"/> lacks some of them.</summary>
    public bool AreMissingIn(SearchTree tree) => _wanted.Any(wanted => tree.ChildCount(wanted.Key) < wanted.Value);
}
