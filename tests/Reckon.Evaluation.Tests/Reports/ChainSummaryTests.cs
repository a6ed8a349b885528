using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Selecting;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Reports;

public sealed class ChainSummaryTests
{
    private static readonly SweepSpec _sweep = Some.Sweep with { Strategies = [Some.BestOfN(4), SomeOutcomes.Chained] };

    [Fact]
    public void Counts_right_answers_by_place_last_answers_and_what_revisions_turn()
    {
        var chains = Assert.Single(Summary(SomeOutcomes.OfChains()).Chains!.Value);

        Assert.Equal(("revisions n=4 chains=2", 4), (chains.Run, chains.Chains));
        Assert.Equal([0.75, 0.5], chains.RightAfter);
        Assert.Equal(0.5, chains.LastRight.Mean);
        Assert.Equal((3, 0.666667), (chains.RevisionsOfRight, chains.TurnedWrong!.Mean));
        Assert.Equal((1, 1), (chains.RevisionsOfWrong, chains.TurnedRight!.Mean));
    }

    [Fact]
    public void A_revision_is_compared_with_what_it_revises_and_a_fresh_answer_with_nothing()
    {
        // The third answer revises the first; the fourth begins afresh.
        var outcome = SomeOutcomes.OfChains()[0] with { Chains = [new ChainOutcome([true, false, true, false], [-1, 0, 0, -1])] };

        var chains = Assert.Single(Summary([outcome]).Chains!.Value);

        Assert.Equal((2, 0.5, 0, null), (chains.RevisionsOfRight, chains.TurnedWrong!.Mean, chains.RevisionsOfWrong, chains.TurnedRight));
        Assert.Equal(0, chains.LastRight.Mean);
    }

    [Fact]
    public void A_chain_that_ended_early_counts_as_far_as_it_goes()
    {
        var outcome = SomeOutcomes.OfChains()[0] with { Chains = [new ChainOutcome([true], [-1]), new ChainOutcome([false, true], [-1, 0])] };

        var chains = Assert.Single(Summary([outcome]).Chains!.Value);

        Assert.Equal([0.5, 1], chains.RightAfter);
        Assert.Equal(1, chains.LastRight.Mean);
    }

    [Fact]
    public void Is_not_there_where_no_answers_form_chains() => Assert.Null(Summary([Some.Outcome()]).Chains);

    [Fact]
    public void Reads_well_and_is_read_back_from_json()
    {
        var summary = Summary([.. SomeOutcomes.OfChains(), Some.Outcome()]);

        Golden.Match(SummaryTable.Plain(summary, SelectionRule.Weighted));
        Assert.Equal(SummaryJson.Write(summary), SummaryJson.Write(SummaryJson.Read(SummaryJson.Write(summary))));
    }

    private static SweepSummary Summary(TrialOutcome[] outcomes) => SummaryBuilder.Build(_sweep, Some.Header, outcomes);
}
