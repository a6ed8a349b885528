using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;
using Reckon.Search.Selecting;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Reports;

public sealed class EstimateTextTests
{
    private static readonly SweepEstimate _estimate = new SweepEstimator(
        Some.Sweep with { Strategies = [Some.BestOfN(4), Some.Beam(4, 2)], Budget = Budget.Unlimited },
        new Workload(3, new ModelLengths(10, 25, 200), new ModelLengths(10, 25, 200), 4, AnswerBasis.Solutions), new ModelSizes(1_000_000, 500_000)).Estimate();

    [Fact]
    public void Lists_runs_with_their_cost() => Golden.Match(EstimateText.Runs(_estimate));

    [Fact]
    public void Tells_cost_sharing_time_and_basis() =>
        Golden.Match(EstimateText.Whole(_estimate, TimeEstimate.Of(_estimate, 50, "as given")) + EstimateText.Whole(_estimate, null));

    [Fact]
    public void Is_written_as_json() => Golden.Match(EstimateJson.Write(_estimate, TimeEstimate.Of(_estimate, 50, "as given")));

    [Fact]
    public void A_summary_shows_the_prediction_beside_the_truth()
    {
        // A trial of each run is predicted to take 220 tokens: prompts of 10, and 100, for each model.
        var outcomes = new[] { Some.Outcome("p1", cost: new Cost(4, 10, 90, 100)), Some.Outcome("p2", cost: new Cost(4, 10, 90, 100)) };

        var summary = SummaryBuilder.Build(Some.Sweep, Some.Header with { Estimate = _estimate }, outcomes);

        var check = Assert.IsType<EstimateCheck>(summary.Estimate);
        Assert.Equal((440, 400, 1.1), (check.PredictedTokens, check.SpentTokens, check.Ratio)); // The beam has no outcomes.
        Assert.Equal(["best-of-n n=4", "beam n=4 width=2"], check.Runs.Select(run => run.Run));
        Assert.Contains(
            "\nestimate: 440 tokens were predicted and 400 spent, a ratio of 1.10\n", SummaryTable.Plain(summary, SelectionRule.Weighted), StringComparison.Ordinal);
        Assert.Contains("440 tokens were predicted", SummaryTable.Markdown(summary, SelectionRule.Weighted), StringComparison.Ordinal);
        var read = SummaryJson.Read(SummaryJson.Write(summary)).Estimate;
        Assert.Equal(check with { Runs = [] }, read! with { Runs = [] });
        Assert.Equal(check.Runs.AsEnumerable(), read.Runs);
    }

    [Fact]
    public void Nothing_is_compared_where_nothing_was_spent() =>
        Assert.Null(SummaryBuilder.Build(Some.Sweep, Some.Header with { Estimate = _estimate }, []).Estimate);
}
