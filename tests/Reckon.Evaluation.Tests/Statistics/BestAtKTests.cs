using CsCheck;
using Reckon.Evaluation.Statistics;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class BestAtKTests
{
    [Theory]
    [InlineData(new[] { true }, 1, 1, 1)]
    [InlineData(new[] { true, false }, 2, 1, 0.5)]
    [InlineData(new[] { true, false }, 2, 2, 1)]
    [InlineData(new[] { false, true }, 4, 2, 2.0 / 6)] // The right one with either of the two that have no answer.
    [InlineData(new bool[0], 3, 2, 0)]
    public void Is_the_chance_that_the_highest_ranked_of_those_drawn_is_correct(bool[] ranked, int samples, int k, double expected) =>
        Assert.Equal(expected, BestAtK.Estimate([.. ranked], samples, k), 12);

    [Fact]
    public void Is_the_share_of_subsets_of_which_the_best_is_correct_whenever_there_is_a_ranking() => SomePools.Tied(1, 9).Sample(pool =>
    {
        if (BestAtK.Rank(pool) is { } ranked)
        {
            Assert.All(Enumerable.Range(1, pool.Length), k =>
                Assert.Equal(SomePools.ByCounting(SelectionRule.Best, pool, k), BestAtK.Estimate(ranked, pool.Length, k), 12));
        }
    });

    [Fact]
    public void Ranks_whatever_has_no_tie() => SomePools.Untied(1, 9)
        .Where(pool => pool.Select(candidate => candidate.Score).Distinct().Count() == pool.Length)
        .Sample(pool => Assert.NotNull(BestAtK.Rank(pool)));

    [Fact]
    public void Ranks_no_tie_of_a_right_and_a_wrong_answer_whose_mean_counts() => Assert.Null(
        BestAtK.Rank([new(0, 0.9, true), new(1, 0.9, false)], TieRule.Mean));

    [Fact]
    public void Ranks_ties_of_what_is_alike_right_or_alike_wrong() => Assert.NotNull(BestAtK.Rank(
        [new(0, 0.5, true), new(1, 0.2, false), new(2, 0.9, false), new(1, 0.9, false), new(0, 0.9, false), new(0, 0.5, true)]));

    [Fact]
    public void Ranks_ties_between_answers_that_were_not_given_before() => Assert.Equal(
        [true, false, false], BestAtK.Rank([new(0, 0.9, true), new(1, 0.9, false), new(1, 0.2, false)]));

    [Fact]
    public void Has_no_ranking_where_a_lower_score_decides_a_tie() =>
        Assert.Null(BestAtK.Rank([new(1, 0.2, false), new(0, 0.9, true), new(1, 0.9, false)]));

    [Fact]
    public void Is_pass_at_k_where_right_ones_score_highest() => Gen.Int[1, 400]
        .SelectMany(samples => Gen.Select(Gen.Const(samples), Gen.Int[0, samples], Gen.Int[1, samples]))
        .Sample((samples, correct, k) => Assert.Equal(
            PassAtK.Estimate(samples, correct, k),
            BestAtK.Estimate([.. Enumerable.Repeat(true, correct), .. Enumerable.Repeat(false, samples - correct)], samples, k),
            12));

    [Fact]
    public void Refuses_numbers_that_cannot_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BestAtK.Estimate([true, true], 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BestAtK.Estimate([true], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BestAtK.Estimate([true], 1, 2));
    }
}
