using System.Collections.Immutable;
using Reckon.Api.Sweeps;
using Reckon.Cli.Dashboards;
using Reckon.Evaluation.Reports;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;

namespace Reckon.Cli.Tests.Dashboards;

public sealed class LiveSummaryTests
{
    private static readonly RunSummary _best = Run("a n=4", SelectionRule.Best, Aggregation.Min, trials: 10, accuracy: 0.5);
    private static readonly RunSummary _majority = Run("a n=4", SelectionRule.Majority, aggregation: null, trials: 10, accuracy: 0.4);

    private static readonly SweepSummary _summary = new("s", "", "", null!, null!, null!, [_majority, _best]);

    [Fact]
    public void What_the_status_knows_of_more_trials_stands_in_the_numbers()
    {
        var live = LiveSummary.Of(_summary, [new RunView("a n=4", "best (min)", 5, 20, 0.7, 0.6, 0.8)]);
        Assert.Equal([_majority, _best with { Trials = 20, Accuracy = 0.7, Low = 0.6, High = 0.8 }], live.Runs);
    }

    [Fact]
    public void What_it_knows_of_no_more_changes_nothing()
    {
        Assert.Equal(_summary.Runs, LiveSummary.Of(_summary, [new RunView("a n=4", "majority", 5, 10, 0.7, 0.6, 0.8)]).Runs);
        Assert.Equal(_summary.Runs, LiveSummary.Of(_summary, default).Runs);
    }

    private static RunSummary Run(string run, SelectionRule rule, Aggregation? aggregation, int trials, double accuracy) => new(
        run, "a", new ParameterValues([new("n", 4)]), rule, trials, accuracy, accuracy - 0.1, accuracy + 0.1,
        ImmutableSortedDictionary<int, LevelAccuracy>.Empty, 0, 0, 0, 0, new MeanCost(4, 1, 1, 1), aggregation);
}
