using Reckon.Search.Selecting;
using Reckon.Search.Strategies.Stopping;

namespace Reckon.Search.Tests.Strategies.Stopping;

public sealed class VotesTests
{
    [Fact]
    public void Counts_votes_most_first_and_none_for_what_has_no_answer() =>
        Assert.Equal([3, 2, 1], new Votes(["b", "a", null, "c", "a", "a", null, "b"]).Counts);

    [Fact]
    public void Without_an_answer_nothing_is_certain() => Assert.False(new Votes([null, null]).IsCertainWith(0));

    // Against the selection itself, over all ways in which a small vote may go on: certain is what no way changes.
    [Fact]
    public void A_majority_is_certain_when_no_continuation_changes_it()
    {
        foreach (var start in Enumerable.Range(1, 4).SelectMany(length => Sequences(["a", "b", null], length)))
        {
            for (var left = 0; left <= 3; left++)
            {
                var ends = Sequences(["a", "b", "c", null], left).Select(end => Majority([.. start, .. end])).Distinct().ToList();

                Assert.Equal(ends is [not null], new Votes(start).IsCertainWith(left));
            }
        }
    }

    private static string? Majority(string?[] groups)
    {
        var chosen = Selection.Choose(SelectionRule.Majority, [.. groups.Select(group => new Candidate(group, 0.5))]);
        return chosen is { } index ? groups[index] : null;
    }

    private static IEnumerable<string?[]> Sequences(string?[] letters, int length) => length == 0
        ? [[]]
        : Sequences(letters, length - 1).SelectMany(start => letters.Select(letter => (string?[])[.. start, letter]));
}
