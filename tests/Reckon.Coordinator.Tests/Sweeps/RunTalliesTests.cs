using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class RunTalliesTests
{
    // Two runs, two seeds, two ways of choosing: trials 0 and 1 are of the first run.
    private static readonly SweepSpec _spec = new(
        "some", new DatasetSource("x.jsonl"), new ModelPaths("a", "b"), [0, 1], new Sampling(0.8, 64, 512),
        [new StrategySpec(BestOfN.Definition, 1), new StrategySpec(BestOfN.Definition, 4)],
        [SelectionRule.Majority, SelectionRule.Weighted], Aggregation.Last, Budget.Unlimited);

    private readonly RunTallies _tallies = new(_spec);

    [Fact]
    public void Sums_are_kept_for_each_run_and_way_of_choosing()
    {
        _tallies.Add([Trial(0, 0b11), Trial(1, 0b01), Trial(2, 0b00), Trial(3, 0b10)]);
        _tallies.Add([Trial(0, 0b01), Trial(2, 0b11)]); // The others have failed.

        Assert.Equal(
            [
                new RunTally("best-of-n n=1", "majority", 2, 3, 3, 5, 5, 5),
                new RunTally("best-of-n n=1", "weighted", 2, 3, 1, 1, 2, 5),
                new RunTally("best-of-n n=4", "majority", 2, 3, 1, 1, 1, 5),
                new RunTally("best-of-n n=4", "weighted", 2, 3, 2, 2, 3, 5),
            ],
            _tallies.All);
    }

    [Fact]
    public void A_problem_without_finished_trials_counts_nowhere()
    {
        _tallies.Add([]);

        Assert.All(_tallies.All, tally => Assert.Equal((0, 0), (tally.Problems, tally.Trials)));
    }

    private static FinishedTrial Trial(int trial, ulong correct) => new(trial, Tokens: 1, Flops: 1, correct);
}
