namespace Reckon.Search.Strategies.Stopping;

/// <summary>How many solutions give each answer.</summary>
internal sealed class Votes
{
    // Most votes first, and of equals the answer that was given first: so a majority is chosen.
    private readonly (int Count, int Place)[] _answers;

    /// <summary>The votes for the answers with the keys <paramref name="groups"/>; null votes for nothing.</summary>
    public Votes(IEnumerable<string?> groups) => _answers =
    [
        .. groups
            .Where(group => group is not null)
            .GroupBy(group => group)
            .Select((group, place) => (Count: group.Count(), Place: place)) // Groups come in the order in which their answers first appear.
            .OrderByDescending(answer => answer.Count), // Stable.
    ];

    /// <summary>Votes for each answer, most first.</summary>
    public IReadOnlyList<int> Counts => [.. _answers.Select(answer => answer.Count)];

    /// <summary>Whether the majority is the same whatever the next <paramref name="left"/> solutions answer.</summary>
    public bool IsCertainWith(int left) =>
        _answers is [var leader, .. var others]
        && left <= leader.Count // An answer that nobody gave yet would be the later one of equals.
        && others.All(other => other.Count + left < leader.Count || (other.Count + left == leader.Count && leader.Place < other.Place));
}
