using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Reports;

public sealed class SummaryTableTests
{
    private static readonly SweepSummary _summary = SummaryBuilder.Build(Some.Sweep, Some.Header, SomeOutcomes.Mixed());

    private static readonly SweepSummary _pooled = _summary with
    {
        Runs = [.. _summary.Runs.Take(3)],
        Pools = [SomePoolSummary.All, SomePoolSummary.MajorityAlone],
    };

    private static readonly SweepSummary _hostile = _summary with
    {
        Name = "| a | b |\n# heading",
        Dataset = _summary.Dataset with { Name = "\x1b]0;title\a<img src=x> [link](http://x) `code` \u202e" },
    };

    [Fact]
    public void Reads_well_in_markdown() => Golden.Match(SummaryTable.Markdown(_summary, SelectionRule.Weighted));

    [Fact]
    public void Reads_well_in_a_terminal() => Golden.Match(SummaryTable.Plain(_summary, SelectionRule.Weighted));

    [Fact]
    public void Shows_how_many_trials_their_budget_ended_where_it_ended_any() => Golden.Match(
        SummaryTable.Plain(SummaryBuilder.Build(Some.Sweep, Some.Header, SomeOutcomes.Exhausted()), SelectionRule.Weighted));

    [Fact]
    public void Shows_every_aggregation_where_there_are_several()
    {
        var sweep = Some.Sweep with { OtherAggregations = [Aggregation.Min] };
        var outcomes = SomeOutcomes.Mixed().Select(outcome => outcome with
        {
            Selections = [.. sweep.Selectors.Select(selector => outcome.Selections[0] with
            {
                Rule = selector.Rule,
                Aggregation = selector.Aggregation,
                Correct = outcome.Selections[0].Correct && selector.Aggregation != Aggregation.Min,
            })],
        });

        var pool = SomePoolSummary.All with { Aggregation = Aggregation.Min };
        var summary = SummaryBuilder.Build(sweep, Some.Header, outcomes, null, [pool]);

        Golden.Match(SummaryTable.Plain(summary, SelectionRule.Weighted));
        Assert.Equal(summary.Runs, SummaryJson.Read(SummaryJson.Write(summary)).Runs, (one, other) => one.Selector == other.Selector);
    }

    [Fact]
    public void Shows_what_fewer_answers_are_worth_in_a_terminal() => Golden.Match(SummaryTable.Plain(_pooled, SelectionRule.Weighted));

    [Fact]
    public void Shows_what_fewer_answers_are_worth_in_markdown() => Golden.Match(SummaryTable.Markdown(_pooled, SelectionRule.Weighted));

    [Fact]
    public void Counts_the_problems_that_were_left_out() => Assert.Contains(
        "3 problems (left out: 2 too long for the models and 1 excluded by the sweep), sha256",
        SummaryTable.Plain(_summary with { Dataset = _summary.Dataset with { Overlong = 2, Excluded = 1 } }, SelectionRule.Weighted),
        StringComparison.Ordinal);

    [Fact]
    public void Obeys_nothing_that_is_written_in_names() => Golden.Match(
        SummaryTable.Markdown(_hostile, SelectionRule.Best)[..360] + "\n\n"
            + SummaryTable.Plain(_hostile, SelectionRule.Best)[..160] + "\n");

    [Fact]
    public void Holds_no_control_character_but_the_line_break() => Assert.DoesNotContain(
        SummaryTable.Plain(_hostile, SelectionRule.Best) + SummaryTable.Markdown(_hostile, SelectionRule.Best),
        c => char.IsControl(c) && c != '\n');
}
