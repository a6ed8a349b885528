using System.Text.Json;
using CsCheck;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Grading.Grades;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Outcomes;

public sealed class OutcomeHeadReaderTests
{
    private static readonly TrialOutcome _full = new(
        "p1\u2028\"", "sums", 3, "beam n=4 width=2", "beam", Some.Beam(4, 2).Values, -7, SearchEnd.BudgetExhausted, 5, 3, 1,
        [
            new SelectionOutcome(SelectionRule.Majority, "4", true, GradeStatus.Graded, 0.5),
            new SelectionOutcome(SelectionRule.Weighted, null, false, GradeStatus.NoAnswer, null, Aggregation.Last, 0.5),
        ],
        new Cost(4, 10, 100, 110))
    { Chains = [new ChainOutcome([true, false], [-1, 0])] };

    private readonly OutcomeHeadReader _reader = new();

    [Fact]
    public void The_head_is_that_of_the_outcome_that_was_written() => AssertSame(_full);

    [Fact]
    public void One_reader_reads_any_outcomes_one_after_the_other() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.Int).Sample((id, subject, run, number) => AssertSame(_full with
        {
            ProblemId = id,
            Subject = subject,
            Run = run,
            Level = number,
            Seed = number,
            Solutions = number,
            Chains = null,
        }), threads: 1);

    [Fact]
    public void Every_name_of_an_enum_is_known()
    {
        Assert.All(Enum.GetValues<SearchEnd>(), end => AssertSame(_full with { End = end }));
        Assert.All(Enum.GetValues<GradeStatus>(), status => AssertSame(_full with { Selections = [_full.Selections[0] with { Status = status }] }));
        Assert.All(Enum.GetValues<SelectionRule>(), rule => AssertSame(_full with { Selections = [_full.Selections[0] with { Rule = rule }] }));
        Assert.All(
            Enum.GetValues<Aggregation>(), aggregation => AssertSame(_full with { Selections = [_full.Selections[0] with { Aggregation = aggregation }] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"problemId\":1}")]
    [InlineData("{\"level\":\"one\"}")]
    [InlineData("{\"level\":99999999999}")]
    [InlineData("{\"end\":\"never\"}")]
    [InlineData("{\"selections\":{}}")]
    [InlineData("{\"selections\":[{\"rule\":\"best\"}]}")]
    public void What_is_no_outcome_is_refused(string line)
    {
        Assert.ThrowsAny<JsonException>(() => _reader.Read(line));
        AssertSame(_full); // It can be used further.
    }

    [Fact]
    public void A_line_that_is_cut_off_is_refused()
    {
        var line = OutcomeJson.Write(_full);
        Assert.All(Enumerable.Range(0, line.Length), length => Assert.ThrowsAny<JsonException>(() => _reader.Read(line[..length])));
    }

    private void AssertSame(TrialOutcome outcome)
    {
        var (expected, read) = (OutcomeHead.Of(outcome), _reader.Read(OutcomeJson.Write(outcome)));
        Assert.Equal(expected.Selections, read.Selections);
        Assert.Equal(expected with { Selections = read.Selections }, read);
    }
}
