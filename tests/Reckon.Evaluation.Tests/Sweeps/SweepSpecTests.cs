using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Search;
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

        var task = sweep.TaskFor(Some.Problem(), new TrialSpec(Some.Beam(8, 2, 5), 9), new AnswersByText());

        Assert.Equal(new SearchTask(Some.Problem(), 9, new BeamSearch(8, 2, 5, Aggregation.Min), sweep.Sampling), task);
    }

    [Fact]
    public void A_search_learns_from_the_grader_which_answers_are_equal()
    {
        var trial = new TrialSpec(new StrategySpec(EarlyStopping.Definition, 8, ("rule", "window")), 9);
        var tree = Some.Tree((["#### 42"], [0.5], Ending.Finished), (["#### +042"], [0.5], Ending.Finished));
        var grader = new TrialGrader(Some.Problem(), AnswerFormat.Default, Some.Sweep);

        Assert.Empty(Some.Sweep.TaskFor(Some.Problem(), trial, grader).Strategy.Plan(tree));
        Assert.NotEmpty(Some.Sweep.TaskFor(Some.Problem(), trial, new AnswersByText()).Strategy.Plan(tree));
    }
}
