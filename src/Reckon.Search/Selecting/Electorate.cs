using System.Collections.Immutable;

namespace Reckon.Search.Selecting;

/// <summary>
/// Limits who may vote, so that strategies of one N are compared with at most N answers each: a search that prunes finishes some
/// prefixes beside its beam, and may end with more solutions than it has generations.
/// </summary>
public static class Electorate
{
    /// <summary>
    /// For each of the <paramref name="solutions"/> of a search, in the order in which they were drawn, whether it may vote. Those that the
    /// strategy kept come first, then those with the higher score, then those that were drawn first.
    /// </summary>
    /// <param name="solutions">The finished solutions.</param>
    /// <param name="limit">The most that may vote, at least 1: the paper's N.</param>
    public static ImmutableArray<bool> Of(IReadOnlyList<Finalist> solutions, int limit)
    {
        var chosen = Enumerable.Range(0, solutions.Count)
            .OrderByDescending(index => solutions[index].IsKept)
            .ThenByDescending(index => solutions[index].Score)
            .ThenBy(index => index) // A replay must choose the same voters when scores tie.
            .Take(limit)
            .ToHashSet();
        return [.. Enumerable.Range(0, solutions.Count).Select(chosen.Contains)];
    }
}
