using System.Globalization;
using CsCheck;
using Reckon.Search.Selecting;
using Reckon.Testing;

namespace Reckon.Search.Tests.Selecting;

public sealed class SelectionTests
{
    private static readonly Gen<string?> _answers = Gen.Int[-1, 4].Select(answer => answer < 0 ? null : $"{answer}");

    // Sixty-fourths add up exactly, so that sums do not depend on their order.
    private static readonly Gen<double> _scores = Gen.Int[0, 64].Select(score => score / 64.0);

    private static readonly Gen<Candidate[]> _candidates =
        Gen.Select(_answers, _scores, (answer, score) => new Candidate(answer, score)).Array[0, 12];

    private static readonly (string Case, Candidate[] Candidates)[] _table =
    [
        ("none", []),
        ("no answers", [new(null, 0.9), new(null, 0.8)]),
        ("one", [new("2", 0.1)]),
        ("no answer is not an answer", [new(null, 0.9), new(null, 0.9), new("2", 0.1)]),
        ("each rule its own", [new("2", 0.3), new("2", 0.3), new("2", 0.3), new("3", 0.9), new("4", 0.8), new("4", 0.8)]),
        ("the best stands for the winner", [new("2", 0.3), new("2", 0.7), new("2", 0.5)]),
        ("a tie of all goes to the first", [new("3", 0.5), new("2", 0.5)]),
        ("a tie of numbers, not of scores", [new("3", 0.4), new("2", 0.5), new("2", 0.4), new("3", 0.4)]),
        ("a tie of highest scores", [new("3", 0.1), new("2", 0.9), new("3", 0.9)]),
        ("a tie within an answer", [new("2", 0.5), new("2", 0.5)]),
        ("scores of zero", [new("3", 0), new("2", 0), new("2", 0)]),
        ("case and space matter", [new("x", 0.6), new("X", 0.4), new("X", 0.4), new("x ", 0.7)]),
    ];

    [Fact]
    public void Weighted_chooses_within_each_chain_and_then_among_their_winners()
    {
        Candidate[] flat = [new("a", 0.9), new("b", 0.5), new("b", 0.5), new("b", 0.3), new("a", 0.7)];
        int[] chains = [0, 0, 0, 1, 2];
        Candidate[] chained = [.. flat.Zip(chains, (candidate, chain) => candidate with { Chain = chain })];

        Assert.Equal(0, Selection.Choose(SelectionRule.Weighted, flat)); // a: 1.6, b: 1.3
        Assert.Equal(1, Selection.Choose(SelectionRule.Weighted, chained)); // The chains' winners: b 0.5, b 0.3, a 0.7.
        Assert.Equal(Selection.Choose(SelectionRule.Majority, flat), Selection.Choose(SelectionRule.Majority, chained));
        Assert.Equal(Selection.Choose(SelectionRule.Best, flat), Selection.Choose(SelectionRule.Best, chained));
    }

    [Fact]
    public void Each_rule_chooses_as_the_table_says()
    {
        var rows = _table.Select(row =>
            $"{row.Case,-34} {Chosen(SelectionRule.Majority, row.Candidates),-9}{Chosen(SelectionRule.Best, row.Candidates),-9}" +
            $"{Chosen(SelectionRule.Weighted, row.Candidates),-9} of {string.Join(", ", row.Candidates.Select(Print))}");

        Golden.Match($"{"case",-34} majority best     weighted\n{string.Join('\n', rows)}");
    }

    [Fact]
    public void Only_a_candidate_with_an_answer_is_chosen_and_always_when_there_is_one() => Gen
        .Select(Gen.Enum<SelectionRule>(), _candidates)
        .Sample((rule, candidates) =>
        {
            var chosen = Selection.Choose(rule, candidates);

            Assert.Equal(candidates.Any(candidate => candidate.Answer is not null), chosen is not null);
            Assert.True(chosen is not { } index || candidates[index].Answer is not null);
        });

    [Fact]
    public void The_chosen_solution_is_the_best_of_its_answer() => Gen.Select(Gen.Enum<SelectionRule>(), _candidates)
        .Sample((rule, candidates) =>
        {
            if (Selection.Choose(rule, candidates) is { } chosen)
            {
                var same = candidates.Where(candidate => candidate.Answer == candidates[chosen].Answer);
                Assert.Equal(same.Max(candidate => candidate.Score), candidates[chosen].Score);
            }
        });

    [Fact]
    public void The_best_of_different_scores_does_not_depend_on_their_order() => ShuffledDistinct()
        .Sample((candidates, shuffled) => Assert.Equal(
            AnswerOf(SelectionRule.Best, candidates), AnswerOf(SelectionRule.Best, shuffled)));

    [Fact]
    public void Equal_scores_make_weighted_the_majority() => Gen.Select(_candidates, Gen.Int[1, 64]).Sample((candidates, score) =>
    {
        Candidate[] equal = [.. candidates.Select(candidate => candidate with { Score = score / 64.0 })];

        Assert.Equal(Selection.Choose(SelectionRule.Majority, equal), Selection.Choose(SelectionRule.Weighted, equal));
    });

    [Fact]
    public void Candidates_without_an_answer_change_nothing() => Gen.Select(Gen.Enum<SelectionRule>(), _candidates)
        .Sample((rule, candidates) => Assert.Equal(
            AnswerOf(rule, candidates), AnswerOf(rule, [.. candidates.Where(candidate => candidate.Answer is not null)])));

    [Fact]
    public void Different_answers_make_weighted_the_best() => _scores.Array[1, 12].Sample(scores =>
    {
        Candidate[] candidates = [.. scores.Select((score, i) => new Candidate($"{i}", score))];

        Assert.Equal(Selection.Choose(SelectionRule.Best, candidates), Selection.Choose(SelectionRule.Weighted, candidates));
    });

    [Theory]
    [InlineData(SelectionRule.Majority, new[] { 3, 2 })]
    [InlineData(SelectionRule.Best, new[] { 3, 2, 4 })]
    [InlineData(SelectionRule.Weighted, new[] { 3, 2 })]
    public void Tied_answers_come_in_the_order_in_which_they_were_given(SelectionRule rule, int[] expected)
    {
        // Two votes for a and b each and as much score; c has the highest score too.
        Candidate[] candidates = [new("a", 0.5), new(null, 0.75), new("b", 0.75), new("a", 0.75), new("c", 0.75), new("b", 0.5)];

        Assert.Equal(expected, Selection.Tied(rule, candidates));
    }

    [Fact]
    public void Winners_of_chains_can_be_tied_and_a_tie_within_a_chain_goes_to_its_first()
    {
        Candidate[] candidates = [new("a", 0.5, 0), new("b", 0.5, 0), new("c", 0.25, 1), new("c", 0.25, 1), new("d", 0.25, 2)];

        Assert.Equal([0], Selection.Tied(SelectionRule.Weighted, candidates)); // The chains' winners: a 0.5, c 0.25, d 0.25.
        Assert.Equal([2, 4], Selection.Tied(SelectionRule.Weighted, candidates[2..]).Select(index => index + 2));
        Assert.Equal([0, 1], Selection.Tied(SelectionRule.Best, candidates));
    }

    [Fact]
    public void Winners_with_one_answer_add_up_before_they_can_be_tied()
    {
        Candidate[] candidates = [new("a", 0.5, 0), new("b", 0.25, 1), new("b", 0.25, 2), new("c", 0.125, 3)];

        Assert.Equal([0, 1], Selection.Tied(SelectionRule.Weighted, candidates));
    }

    [Fact]
    public void A_chain_for_each_candidate_is_as_good_as_none_and_one_chain_for_all_leaves_no_tie() => _candidates.Sample(candidates =>
    {
        var flat = Selection.Tied(SelectionRule.Weighted, candidates);

        Assert.Equal(flat.AsEnumerable(), Selection.Tied(SelectionRule.Weighted, [.. candidates.Select((candidate, i) => candidate with { Chain = i })]));
        Assert.Equal(flat.Take(1), Selection.Tied(SelectionRule.Weighted, [.. candidates.Select(candidate => candidate with { Chain = 0 })]));
    });

    [Fact]
    public void The_choice_is_the_first_of_the_tied() => Gen.Select(Gen.Enum<SelectionRule>(), _candidates).Sample((rule, candidates) =>
        Assert.Equal(Selection.Tied(rule, candidates).Select(index => (int?)index).FirstOrDefault(), Selection.Choose(rule, candidates)));

    [Fact]
    public void An_unknown_rule_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Selection.Choose((SelectionRule)99, [new Candidate("2", 1), new Candidate("3", 1)]));

    private static Gen<(Candidate[] Candidates, Candidate[] Shuffled)> ShuffledDistinct() => _candidates
        .Select(candidates => candidates.DistinctBy(candidate => candidate.Score).ToArray())
        .SelectMany(candidates => Gen.Shuffle(candidates).Select(shuffled => (candidates, shuffled)));

    private static string? AnswerOf(SelectionRule rule, Candidate[] candidates) =>
        Selection.Choose(rule, candidates) is { } chosen ? candidates[chosen].Answer : null;

    private static string Chosen(SelectionRule rule, Candidate[] candidates) =>
        Selection.Choose(rule, candidates) is { } chosen ? $"#{chosen}" : "none";

    private static string Print(Candidate candidate) =>
        string.Create(CultureInfo.InvariantCulture, $"{candidate.Answer ?? "null"}:{candidate.Score:0.0}");
}
