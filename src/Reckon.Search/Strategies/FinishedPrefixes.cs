using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>Finds what a search had finished.</summary>
internal static class FinishedPrefixes
{
    /// <summary>The solutions that were drawn up to <paramref name="round"/>, in the order in which they were drawn.</summary>
    public static IEnumerable<Node> SolutionsBy(this SearchTree tree, int round) =>
        tree.Solutions.TakeWhile(node => node.Round <= round);
}
