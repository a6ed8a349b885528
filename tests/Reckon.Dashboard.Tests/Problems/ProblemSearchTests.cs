using System.Collections.Immutable;
using Reckon.Dashboard.Problems;
using Reckon.Grading.Grades;
using Reckon.Search.Running;

namespace Reckon.Dashboard.Tests.Problems;

public sealed class ProblemSearchTests
{
    private const ulong Right = 4;
    private const ulong Unparsable = (ulong)GradeStatus.Unparsable;

    // Two runs with a trial each, two ways of choosing.
    private static readonly ProblemTable _table = new(["small", "large"], ["majority", "weighted"],
    [
        Row("a", 1, "algebra", (Right << 4) | Right, (Right << 4) | Right),
        Row("b", 2, "algebra", 0, Right << 4),
        Row("c", 2, "geometry", Right << 4, Unparsable << 4),
        Row("d", 0, "", 0, 0, SearchEnd.BudgetExhausted),
    ]);

    [Theory]
    [InlineData("", "a b c d")]
    [InlineData("verdict=Right", "a")]
    [InlineData("verdict=Wrong", "d")]
    [InlineData("verdict=Mixed", "b c")]
    [InlineData("verdict=Wrong&rule=majority", "b c d")]
    [InlineData("verdict=Right&run=large", "a b")]
    [InlineData("run=large&against=small&verdict=Flips", "b c")]
    [InlineData("run=large&against=small&verdict=Gained", "b")]
    [InlineData("run=large&against=small&verdict=Lost", "c")]
    [InlineData("verdict=Flips", "")]
    [InlineData("status=Unparsable", "c")]
    [InlineData("status=Unparsable&run=small", "")]
    [InlineData("end=BudgetExhausted", "d")]
    [InlineData("level=2", "b c")]
    [InlineData("subject=algebra", "a b")]
    [InlineData("text=B", "b")]
    [InlineData("order=Hardest", "d b c a")]
    [InlineData("order=Level", "d a b c")]
    [InlineData("verdict=7&level=x&order=none", "a b c d")]
    public void A_query_finds(string address, string ids) =>
        Assert.Equal(ids, string.Join(' ', ProblemSearch.Find(_table, Read(address)).Select(found => found.Row.Id)));

    [Theory]
    [InlineData("")]
    [InlineData("rule=majority&run=small&against=large&verdict=Flips&status=NoAnswer&end=Narrowed&level=3&subject=a%26b&text=x%20y&order=Level")]
    public void A_query_stands_in_its_address(string address) => Assert.Equal(address, Read(address).Write());

    [Fact]
    public void A_hundred_thousand_problems_are_searched_in_a_moment()
    {
        var large = _table with { Rows = [.. Enumerable.Range(0, 100_000).Select(i => _table.Rows[i % 4])] };
        var fastest = Enumerable.Range(0, 5).Min(_ =>
        {
            var began = TimeProvider.System.GetTimestamp();
            Assert.Equal(50_000, ProblemSearch.Find(large, Read("verdict=Mixed&order=Hardest")).Length);
            return TimeProvider.System.GetElapsedTime(began);
        });

        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromSeconds(2)); // The machine may be busy.
    }

    private static ProblemRow Row(string id, int level, string subject, ulong small, ulong large, SearchEnd end = SearchEnd.Completed) =>
        new(id, subject, level, [new TrialVerdict(0, 0, end, 1, small), new TrialVerdict(1, 0, SearchEnd.Completed, 1, large)]);

    private static ProblemQuery Read(string address)
    {
        var values = address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .ToImmutableDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return ProblemQuery.Read(name => values.GetValueOrDefault(name));
    }
}
