namespace Reckon.Search.Selecting;

/// <summary>Chooses one solution among many.</summary>
/// <remarks>
/// Solutions without an answer take no part. Ties go to the answer that was given first, and within an answer to the
/// solution that was drawn first, so a choice never depends on the order of arrival or on a hash.
/// </remarks>
public static class Selection
{
    /// <summary>The index of the chosen candidate, or null when none has an answer.</summary>
    /// <remarks>For majority and weighted, it is the best-scored of the solutions that give the winning answer.</remarks>
    public static int? Choose(SelectionRule rule, IReadOnlyList<Candidate> candidates)
    {
        var groups = Enumerable.Range(0, candidates.Count)
            .Where(index => candidates[index].Answer is not null)
            .GroupBy(index => candidates[index].Answer); // Groups come in the order in which their answers first appear.
        var best = groups.MaxBy(group => Weight(rule, group, candidates)); // MaxBy keeps the first of equals.
        return best?.MaxBy(index => candidates[index].Score);
    }

    private static double Weight(SelectionRule rule, IEnumerable<int> group, IReadOnlyList<Candidate> candidates) => rule switch
    {
        SelectionRule.Majority => group.Count(),
        SelectionRule.Best => group.Max(index => candidates[index].Score),
        SelectionRule.Weighted => group.Sum(index => candidates[index].Score),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown selection rule."),
    };
}
