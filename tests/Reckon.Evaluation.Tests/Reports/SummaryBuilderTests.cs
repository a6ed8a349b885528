using CsCheck;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Grading.Grades;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Tests.Reports;

public sealed class SummaryBuilderTests
{
    private static readonly TrialOutcome[] _outcomes = SomeOutcomes.Mixed();

    [Fact]
    public void Counts_what_there_is()
    {
        var run = SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes).Runs[0];

        Assert.Equal(
            ("best-of-n n=4", SelectionRule.Majority, 6, 0.5, 1, 1),
            (run.Run, run.Selection, run.Trials, run.Accuracy, run.NoAnswer, run.Unparsable));
        Assert.InRange(run.Accuracy, run.Low, run.High);
    }

    [Fact]
    public void Counts_what_could_not_be_decided_apart()
    {
        var run = SummaryBuilder.Build(Some.Sweep, Some.Header,
            [Some.Outcome("p1", correct: false, status: GradeStatus.Undecided), Some.Outcome("p2")]).Runs[0];

        Assert.Equal((2, 0.5, 0, 0, 1), (run.Trials, run.Accuracy, run.NoAnswer, run.Unparsable, run.Undecided));
    }

    [Fact]
    public void Counts_the_trials_that_their_budget_ended_whatever_the_rule()
    {
        var exhausted = Some.Outcome("p1", correct: false, status: GradeStatus.NoAnswer) with { End = SearchEnd.BudgetExhausted };

        Assert.All(SummaryBuilder.Build(Some.Sweep, Some.Header, [exhausted, Some.Outcome("p2")]).Runs, run =>
            Assert.Equal(1, run.BudgetExhausted));
    }

    [Fact]
    public void Says_which_problems_were_not_run_and_whether_time_had_a_say()
    {
        var inTime = SummaryBuilder.Build(Some.Sweep, Some.Header, [Some.Outcome()], notRun: ["p2", "p3"]);
        var late = SummaryBuilder.Build(Some.Sweep, Some.Header, [Some.Outcome() with { End = SearchEnd.TimeExhausted }]);

        Assert.Equal(["p2", "p3"], inTime.NotRun!.Value);
        Assert.False(inTime.DependsOnTime);
        Assert.Null(late.NotRun);
        Assert.True(late.DependsOnTime);
        Assert.All(late.Runs, run => Assert.Equal(1, run.TimeExhausted));
        Assert.Contains("not run: 2 of 3 problems", SummaryTable.Plain(inTime, SelectionRule.Best), StringComparison.Ordinal);
        Assert.Contains("another run may give other results", SummaryTable.Plain(late, SelectionRule.Best), StringComparison.Ordinal);
    }

    [Fact]
    public void Adds_up_what_all_trials_are_charged_and_what_their_caches_would_hold()
    {
        var header = Some.Header with
        {
            Models = new ModelPairFacts(
                Some.Header.Models.Proposer with { CacheBytesPerToken = 10 }, Some.Header.Models.Verifier! with { CacheBytesPerToken = 100 }),
        };

        var summary = SummaryBuilder.Build(
            Some.Sweep, header, [Some.Outcome(cost: new Cost(4, 10, 100, 50)), Some.Outcome("p2", cost: new Cost(2, 20, 70, 30))]);

        Assert.Equal(new TotalCost(2, 30, 170, 80, 200 * 2e6, (200 * 2e6) + (80 * 1e6)), summary.Cost);
        Assert.Equal(((200 * 10) + (80 * 100)) / 2.0, summary.Runs[0].Cost.CacheBytes);
    }

    [Fact]
    public void Splits_accuracy_by_level()
    {
        var run = SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes).Runs[0];

        Assert.Equal([new(1, new LevelAccuracy(1, 2)), new(2, new LevelAccuracy(0.25, 4))], run.Levels);
    }

    [Fact]
    public void Adds_up_shares_of_tied_answers_in_one_order()
    {
        var sweep = Some.Sweep with { Ties = TieRule.Mean };
        var outcomes = Enumerable.Range(0, 30).Select(i => Shared(Some.Outcome($"p{i % 10}", seed: i / 10), 1.0 / (1 + (i % 7)))).ToList();

        var summary = SummaryBuilder.Build(sweep, Some.Header, outcomes);

        Assert.Equal(Enumerable.Range(0, 30).Average(i => 1.0 / (1 + (i % 7))), summary.Runs[0].Accuracy, 12);
        var reversed = SummaryBuilder.Build(sweep, Some.Header, outcomes.AsEnumerable().Reverse());
        Assert.Equal(SummaryJson.Write(summary), SummaryJson.Write(reversed));
        Assert.Contains("ties", SummaryTable.Plain(summary, SelectionRule.Weighted), StringComparison.Ordinal);

        static TrialOutcome Shared(TrialOutcome outcome, double share) =>
            outcome with { Selections = [.. outcome.Selections.Select(selection => selection with { Share = share })] };
    }

    [Fact]
    public void Prices_tokens_by_the_parameters_of_the_models()
    {
        var run = SummaryBuilder.Build(Some.Sweep, Some.Header,
            [Some.Outcome(cost: new Cost(4, 10, 100, 50)), Some.Outcome("p2", cost: new Cost(2, 20, 70, 30))]).Runs[0];

        // Proposer (110 + 90) / 2 tokens at 2 · 1M, verifier (50 + 30) / 2 at 2 · 0.5M.
        Assert.Equal(new MeanCost(3, 100, 40, (100 * 2e6) + (40 * 1e6), 100 * 2e6, 15, 85), run.Cost);
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_arrival()
    {
        var expected = SummaryJson.Write(SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes));

        Gen.Shuffle(_outcomes).Sample(
            shuffled => Assert.Equal(expected, SummaryJson.Write(SummaryBuilder.Build(Some.Sweep, Some.Header, shuffled))), iter: 20);
    }

    [Fact]
    public void Counts_an_outcome_that_was_delivered_twice_once() => Assert.Equal(
        SummaryJson.Write(SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes)),
        SummaryJson.Write(
            SummaryBuilder.Build(Some.Sweep, Some.Header, [.. _outcomes, OutcomeJson.Read(OutcomeJson.Write(_outcomes[0]))])));

    [Fact]
    public void Refuses_two_outcomes_of_one_trial_that_differ() => Assert.Throws<ArgumentException>(() =>
        SummaryBuilder.Build(Some.Sweep, Some.Header, [Some.Outcome(correct: true), Some.Outcome(correct: false)]));

    [Fact]
    public void Refuses_an_outcome_of_another_sweep() => Assert.Throws<ArgumentException>(() =>
        SummaryBuilder.Build(Some.Sweep, Some.Header, [Some.Outcome(strategy: Some.BestOfN(5))]));

    [Fact]
    public void Leaves_out_runs_without_an_outcome() => Assert.All(
        SummaryBuilder.Build(Some.Sweep, Some.Header, [Some.Outcome()]).Runs, run => Assert.Equal("best-of-n n=4", run.Run));

    [Fact]
    public void Lists_runs_in_the_order_of_the_spec() => Assert.Equal(
        [
            ("best-of-n n=4", SelectionRule.Majority), ("best-of-n n=4", SelectionRule.Best), ("best-of-n n=4", SelectionRule.Weighted),
            ("beam n=4 width=2", SelectionRule.Majority), ("beam n=4 width=2", SelectionRule.Best),
            ("beam n=4 width=2", SelectionRule.Weighted),
        ],
        SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes.Reverse()).Runs.Select(run => (run.Run, run.Selection)));

    [Fact]
    public void Has_pools_only_where_there_are_any()
    {
        Assert.Null(SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes).Pools);
        Assert.Null(SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes, pools: []).Pools);
        Assert.Equal([SomePoolSummary.All], SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes, pools: [SomePoolSummary.All]).Pools);
    }

    [Fact]
    public void Lists_pools_in_the_order_of_the_spec()
    {
        var other = SomePoolSummary.All with { Run = "beam n=4 width=2" };

        Assert.Equal(
            [SomePoolSummary.All, other],
            SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes, pools: [other, SomePoolSummary.All]).Pools);
    }

    [Fact]
    public void Refuses_pools_of_no_run_and_two_of_one()
    {
        var stranger = SomePoolSummary.All with { Run = "best-of-n n=5" };

        Assert.Throws<ArgumentException>(() => SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes, pools: [stranger]));
        Assert.Throws<ArgumentException>(
            () => SummaryBuilder.Build(Some.Sweep, Some.Header, _outcomes, pools: [SomePoolSummary.All, SomePoolSummary.MajorityAlone]));
    }
}
