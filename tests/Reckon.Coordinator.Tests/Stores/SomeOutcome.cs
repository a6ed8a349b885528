using Reckon.Contracts.Problems;
using Reckon.Coordinator.Stores;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Strategies;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Tests.Stores;

/// <summary>Outcomes for tests to which most of them does not matter.</summary>
internal static class SomeOutcome
{
    public static StoredOutcome Stored(int trial, int n = 4, long seed = 0)
    {
        var strategy = new StrategySpec(BestOfN.Definition, n);
        var outcome = new TrialOutcome(
            "p1", "sums", 1, strategy.Label, strategy.Name, strategy.Values, seed, SearchEnd.Completed, 1, n, 0, [], new Cost(n, 1, 1, 1));
        return new StoredOutcome(new FinishedTrial(trial, 3, 1e300, 0b101), OutcomeJson.Write(outcome));
    }
}
