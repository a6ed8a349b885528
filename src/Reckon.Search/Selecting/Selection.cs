using System.Collections.Immutable;

namespace Reckon.Search.Selecting;

/// <summary>Chooses one solution among many.</summary>
/// <remarks>
/// Solutions without an answer take no part. Ties go to the answer that was given first, and within an answer to the
/// solution that was drawn first, so a choice never depends on the order of arrival or on a hash.
/// </remarks>
public static class Selection
{
    /// <summary>The index of the chosen candidate, or null when none has an answer.</summary>
    /// <remarks>
    /// For majority and weighted, it is the best-scored of the solutions that give the winning answer. Where candidates belong to
    /// chains, weighted first chooses within each chain, then among the chains' winners.
    /// </remarks>
    public static int? Choose(SelectionRule rule, IReadOnlyList<Candidate> candidates) =>
        Tied(rule, candidates) is [var first, ..] ? first : null;

    /// <summary>
    /// For each answer that the rule cannot tell from the chosen one, the index of the best-scored candidate that gives it, in the order in
    /// which the answers were given: the first is the choice. Empty when no candidate has an answer.
    /// </summary>
    public static ImmutableArray<int> Tied(SelectionRule rule, IReadOnlyList<Candidate> candidates)
    {
        var groups = Voters(rule, candidates)
            .Where(index => candidates[index].Answer is not null)
            .GroupBy(index => candidates[index].Answer) // Groups come in the order in which their answers first appear.
            .Select(group => (
                Weight: Weight(rule, group, candidates),
                Best: group.MaxBy(index => candidates[index].Score))) // MaxBy keeps the first of equals.
            .ToList();
        var most = groups.Select(group => group.Weight).DefaultIfEmpty().Max();
        return [.. groups.Where(group => group.Weight == most).Select(group => group.Best)];
    }

    // Sums of scores are hierarchical (Snell et al. 2024, section 6): of each chain only its own winner votes. Majority and best are flat.
    private static IEnumerable<int> Voters(SelectionRule rule, IReadOnlyList<Candidate> candidates)
    {
        var all = Enumerable.Range(0, candidates.Count);
        return rule == SelectionRule.Weighted && candidates.Any(candidate => candidate.Chain is not null)
            ? all.GroupBy(index => (candidates[index].Chain, Alone: candidates[index].Chain is null ? index : -1))
                .SelectMany(chain => Winner([.. chain], candidates))
                .Order()
            : all;
    }

    private static IEnumerable<int> Winner(ImmutableArray<int> chain, IReadOnlyList<Candidate> candidates) =>
        Tied(SelectionRule.Weighted, [.. chain.Select(index => candidates[index] with { Chain = null })]).Take(1).Select(place => chain[place]);

    private static double Weight(SelectionRule rule, IEnumerable<int> group, IReadOnlyList<Candidate> candidates) => rule switch
    {
        SelectionRule.Majority => group.Count(),
        SelectionRule.Best => group.Max(index => candidates[index].Score),
        SelectionRule.Weighted => group.Sum(index => candidates[index].Score),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown selection rule."),
    };
}
