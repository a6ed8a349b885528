using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class RevisionCheckTests
{
    private static readonly SweepSpec _sweep = Some.Sweep with
    {
        Strategies = [new StrategySpec(BestOfN.Definition, 4), new StrategySpec(Revisions.Definition, 4), new StrategySpec(Revise.Definition, 4)],
    };

    [Fact]
    public void A_model_that_cannot_be_asked_to_revise_is_a_fault_of_each_strategy_that_asks() => Assert.Equal(
        "sweep.yaml: models.proposer: revisions n=4 has the proposer revise its answers, and its folder does not say how it is asked to. "
        + "Add prompt.revision to its reckon.json, or remove the strategy.",
        Assert.Single(RevisionCheck.Impossible(_sweep, canRevise: false, "sweep.yaml")).ToString());

    [Fact]
    public void A_model_that_can_is_none() => Assert.Empty(RevisionCheck.Impossible(_sweep, canRevise: true, "sweep.yaml"));
}
