using CsCheck;
using Reckon.Search.Selecting;

namespace Reckon.Search.Tests.Selecting;

public sealed class ElectorateTests
{
    private static readonly Gen<Finalist[]> _solutions =
        Gen.Select(Gen.Bool, Gen.Int[0, 4], (isKept, score) => new Finalist(isKept, score / 4.0)).Array[0, 12];

    [Fact]
    public void All_vote_where_there_are_no_more_than_the_limit() =>
        Assert.Equal([true, true], Electorate.Of([new(false, 0.1), new(true, 0.9)], 2));

    [Fact]
    public void What_the_strategy_kept_votes_before_what_scored_higher() =>
        Assert.Equal([false, true, true, false], Electorate.Of([new(false, 0.8), new(true, 0.1), new(false, 0.9), new(false, 0.2)], 2));

    [Fact]
    public void Of_equal_scores_the_ones_that_were_drawn_first_vote() =>
        Assert.Equal([true, true, false], Electorate.Of([new(true, 0.5), new(true, 0.5), new(true, 0.5)], 2));

    [Fact]
    public void A_higher_limit_takes_no_vote_away() => Gen.Select(_solutions, Gen.Int[1, 12]).Sample((solutions, limit) =>
    {
        var (few, more) = (Electorate.Of(solutions, limit), Electorate.Of(solutions, limit + 1));
        return few.Count(votes => votes) == Math.Min(limit, solutions.Length) && few.Zip(more).All(pair => !pair.First || pair.Second);
    });
}
