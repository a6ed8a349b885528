using System.Text.Json;
using CsCheck;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Grading.Grades;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies.Parameters;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Outcomes;

public sealed class OutcomeJsonTests
{
    private static readonly TrialOutcome _full = new(
        "p1", "sums", 3, "beam n=4 width=2", "beam", Some.Beam(4, 2).Values, -7, SearchEnd.BudgetExhausted, 5, 3, 1,
        [
            new SelectionOutcome(SelectionRule.Majority, "4\u2028\n\"<", true, GradeStatus.Graded, 0.1 + 0.2),
            new SelectionOutcome(SelectionRule.Weighted, null, false, GradeStatus.NoAnswer, null),
        ],
        new Cost(4, 10, 100, 110));

    [Fact]
    public void Is_written_in_one_way() => Golden.Match(OutcomeJson.Write(_full) + "\n");

    [Fact]
    public void Is_one_line_of_ascii() => Assert.All(OutcomeJson.Write(_full), c => Assert.InRange(c, ' ', '~'));

    [Fact]
    public void Gives_back_what_was_written() => Assert.Equal(_full, OutcomeJson.Read(OutcomeJson.Write(_full)));

    [Fact]
    public void Holds_chains_where_answers_form_them_and_says_nothing_of_them_elsewhere()
    {
        var chained = _full with { Chains = [new ChainOutcome([true, false], [-1, 0]), new ChainOutcome([false], [-1])] };

        Assert.EndsWith(
            ",\"chains\":[{\"right\":[true,false],\"revises\":[-1,0]},{\"right\":[false],\"revises\":[-1]}]}",
            OutcomeJson.Write(chained), StringComparison.Ordinal);
        Assert.Equal(chained, OutcomeJson.Read(OutcomeJson.Write(chained)));
        Assert.NotEqual(_full, chained);
        Assert.DoesNotContain("chains", OutcomeJson.Write(_full), StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_back_parameters_of_any_strategy_to_the_last_bit() => Gen.Select(Gen.Double, Gen.String).Sample((number, text) =>
    {
        var values = new ParameterValues([new("n", 4), new("share", double.IsFinite(number) ? number : 0), new("kind", text)]);

        Assert.Equal(values, OutcomeJson.Read(OutcomeJson.Write(_full with { Parameters = values })).Parameters);
    });

    [Fact]
    public void Gives_back_every_score_to_the_last_bit() => Gen.Double.Unit.Sample(score =>
    {
        var outcome = _full with { Selections = [new SelectionOutcome(SelectionRule.Best, "4", true, GradeStatus.Graded, score)] };

        Assert.Equal(
            BitConverter.DoubleToInt64Bits(score),
            BitConverter.DoubleToInt64Bits(OutcomeJson.Read(OutcomeJson.Write(outcome)).Selections[0].Score ?? -1));
    });

    [Fact]
    public void Takes_any_text_that_a_model_writes() => Gen.String.Sample(text =>
    {
        var outcome = _full with { Selections = [new SelectionOutcome(SelectionRule.Best, text, true, GradeStatus.Graded, 1)] };

        Assert.Equal(outcome, OutcomeJson.Read(OutcomeJson.Write(outcome)));
    });

    [Fact]
    public void Writes_half_of_a_surrogate_pair_as_the_replacement_character()
    {
        var outcome = _full with { Selections = [new SelectionOutcome(SelectionRule.Best, "a\ud800b", true, GradeStatus.Graded, 1)] };

        Assert.Equal("a\ufffdb", OutcomeJson.Read(OutcomeJson.Write(outcome)).Selections[0].Answer);
    }

    [Theory]
    [InlineData("\"graded\"", "\"wrong\"")]
    [InlineData("\"problemId\":\"p1\",", "")]
    [InlineData("\"seed\":-7", "\"seed\":-7,\"seconds\":1.5")]
    [InlineData("\"n\":4", "\"m\":4")]
    [InlineData("\"n\":4", "\"n\":4.5")]
    [InlineData("\"n\":4", "\"n\":4,\"n\":4")]
    [InlineData("\"width\":2", "\"width\":true")]
    [InlineData("{\"n\":4,\"width\":2,\"maxRounds\":40}", "4")]
    [InlineData("{\"n\":4,\"width\":2,\"maxRounds\":40}", "null")]
    [InlineData("{", "[")]
    public void Refuses_what_is_no_outcome(string right, string wrong)
    {
        var line = OutcomeJson.Write(_full);
        Assert.Contains(right, line, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => OutcomeJson.Read(line.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
