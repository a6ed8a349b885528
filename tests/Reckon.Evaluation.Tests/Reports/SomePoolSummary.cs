using System.Collections.Immutable;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Tests.Statistics;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Tests.Reports;

/// <summary>The summary of three problems' pools of four answers, two seeds each.</summary>
internal static class SomePoolSummary
{
    public static PoolSummary All { get; } = Of(Some.Sweep.Selections, leftOut: 0);

    public static PoolSummary MajorityAlone { get; } = Of([SelectionRule.Majority], leftOut: 2);

    private static PoolSummary Of(ImmutableArray<SelectionRule> rules, int leftOut)
    {
        var accumulator = new PoolAccumulator(Some.Sweep.Strategies[0], [0, 1], rules);
        foreach (var (problem, seed) in from problem in Enumerable.Range(0, 3) from seed in new[] { 0L, 1L } select (problem, seed))
        {
            var pool = SomePools.Pool($"p{problem}", seed, 4);
            accumulator.Add((problem * 2) + seed < leftOut ? pool with { Candidates = [] } : pool);
        }

        return accumulator.Build()!; // Some pools are whole.
    }
}
