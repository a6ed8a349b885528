using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Problems;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Tests.Problems;

public sealed class ProblemStateTests
{
    private static readonly SweepTerms _terms = new("new", "{}", "p", "v", "{}", SearchPrice.Default);

    [Fact]
    public void A_sweep_that_adds_to_another_takes_its_outcomes_over_under_their_new_places()
    {
        var before = new ProblemState { SpecHash = "old", Form = OutcomeJson.Form, Finished = [Finished(0, n: 4, seed: 0), Finished(1, n: 16, seed: 0)] };

        var after = before.For(_terms with { Amends = "older old" }, Trials((4, 1), (4, 0), (16, 1), (16, 0), (64, 0)));

        Assert.Equal("new", after.SpecHash);
        Assert.Equal([(1, 4), (3, 16)], after.Finished.Select(trial => (trial.Trial, OutcomeJson.Read(trial.Outcome).N)));
    }

    [Theory]
    [InlineData("", 0)] // It adds to nothing.
    [InlineData("older", 0)]
    [InlineData("old", -1)] // What was graded by another version of grading is graded again.
    public void Otherwise_it_begins_with_nothing(string amends, int version)
    {
        var before = new ProblemState
        {
            SpecHash = "old", Form = OutcomeJson.Form, GradingVersion = Grading.GradingVersion.Current + version, Finished = [Finished(0, n: 4, seed: 0)],
        };

        var after = before.For(_terms with { Amends = amends }, Trials((4, 0)));

        Assert.Empty(after.Finished);
        Assert.True(after.IsOf("new"));
    }

    private static ImmutableArray<TrialSpec> Trials(params (int N, long Seed)[] trials) => [.. trials.Select(trial => new TrialSpec(Strategy(trial.N), trial.Seed))];

    private static StrategySpec Strategy(int n) => new(BestOfN.Definition, n);

    private static FinishedTrial Finished(int place, int n, long seed)
    {
        var strategy = Strategy(n);
        var outcome = new TrialOutcome(
            "p1", "sums", 1, strategy.Label, strategy.Name, strategy.Values, seed, SearchEnd.Completed, 1, n, 0, [], new Cost(n, 1, 1, 1));
        return new FinishedTrial(place, OutcomeJson.Write(outcome), 3, []);
    }
}
