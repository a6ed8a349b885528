using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>Which prefixes a beam keeps.</summary>
internal static class BeamCut
{
    /// <summary>
    /// What is kept after the last of some cuts: finished prefixes that were kept before, and the best of what each cut chooses from.
    /// The beam is not stored: each cut is a function of its nodes and of the finished prefixes kept before it.
    /// </summary>
    /// <param name="levels">What each cut chooses from.</param>
    /// <param name="places">Prefixes that the beam holds.</param>
    /// <param name="value">What a prefix is ranked by.</param>
    public static List<Node> Kept(IEnumerable<IEnumerable<Node>> levels, int places, Func<Node, double> value)
    {
        List<Node> kept = [];
        foreach (var level in levels)
        {
            List<Node> finished = [.. kept.Where(node => node.IsSolution)];
            kept = [.. finished, .. level.Best(value, places - finished.Count)];
        }

        return kept;
    }
}
