using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class ExclusionCheckTests
{
    private static readonly SweepSpec _sweep = Some.Sweep with
    {
        Strategies =
        [
            new StrategySpec(BestOfN.Definition, 4), new StrategySpec(DistinctOfN.Definition, 1), new StrategySpec(DistinctOfN.Definition, 4),
            new StrategySpec(Revise.Definition, 4),
        ],
    };

    [Fact]
    public void On_a_server_each_strategy_that_excludes_what_was_drawn_is_a_fault()
    {
        var faults = ExclusionCheck.Impossible(_sweep, canExclude: false, "sweep.yaml");

        Assert.Equal(
            [
                "sweep.yaml: models.proposer: distinct n=4 draws continuations that must differ from earlier ones, for which the model's "
                + "distribution is needed, and a server gives only what it draws. Run the proposer here from an ONNX export, or remove the strategy.",
            ],
            faults.Select(fault => fault.ToString()).Where(text => text.Contains("distinct", StringComparison.Ordinal)));
        Assert.Equal(2, faults.Length);
    }

    [Fact]
    public void Where_the_distribution_is_at_hand_none_is() => Assert.Empty(ExclusionCheck.Impossible(_sweep, canExclude: true, "sweep.yaml"));
}
