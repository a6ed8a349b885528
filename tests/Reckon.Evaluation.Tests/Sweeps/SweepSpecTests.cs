using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class SweepSpecTests
{
    [Fact]
    public void Lists_trials_by_strategy_then_by_seed()
    {
        var sweep = Some.Sweep with { Seeds = [3, 1] };

        Assert.Equal(
            ["best-of-n n=4 seed=3", "best-of-n n=4 seed=1", "beam n=4 width=2 seed=3", "beam n=4 width=2 seed=1"],
            sweep.Trials().Select(trial => trial.Id));
    }

    [Fact]
    public void Makes_the_search_of_a_trial()
    {
        var sweep = Some.Sweep with { Aggregation = Aggregation.Min };

        var task = sweep.TaskFor(Some.Problem(), new TrialSpec(new BeamSpec(8, 2, 5), 9));

        Assert.Equal(new SearchTask(Some.Problem(), 9, new BeamSearch(8, 2, 5, Aggregation.Min), sweep.Sampling), task);
    }

    [Fact]
    public void Every_kind_makes_specs_that_give_its_values_back() => Assert.All(StrategyKinds.All, kind =>
    {
        var spec = kind.Create([.. kind.Parameters.Select((_, index) => 10 - index)]);

        Assert.Equal(kind.Parameters.Select((_, index) => 10 - index), spec.Values);
        Assert.Same(kind, spec.Kind);
        Assert.Equal(StrategyParameter.N, kind.Parameters[0]);
        Assert.Equal(spec.N, spec.Build(Aggregation.Last).Generations);
    });

    [Fact]
    public void A_label_shows_what_is_not_at_its_default() =>
        Assert.Equal("beam n=16 width=4 maxRounds=20", new BeamSpec(16, 4, 20).Label);
}
