using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>Ranks prefixes by their scores.</summary>
internal static class PrefixRanking
{
    /// <summary>The one score that the prefix that ends in <paramref name="node"/> is ranked by, in [0, 1].</summary>
    public static double ScoreOf(this Aggregation ranking, SearchTree tree, Node node) =>
        ranking == Aggregation.Last ? node.LastScore : ranking.Of(tree.ScoresTo(node.Id));

    /// <summary>The best <paramref name="count"/> of <paramref name="nodes"/>, best first; none that was truncated.</summary>
    public static IEnumerable<Node> Best(this Aggregation ranking, SearchTree tree, IEnumerable<Node> nodes, int count) =>
        nodes.Best(node => ranking.ScoreOf(tree, node), count);

    /// <summary>The same, by any score.</summary>
    public static IEnumerable<Node> Best(this IEnumerable<Node> nodes, Func<Node, double> scoreOf, int count) => nodes
        .Where(node => node.Proposal.Ending != Ending.Truncated)
        .OrderByDescending(scoreOf)
        .ThenBy(node => node.Id) // A replay must keep the same prefixes when scores tie.
        .Take(count);
}
