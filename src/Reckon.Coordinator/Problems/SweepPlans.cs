using System.Collections.Concurrent;
using Reckon.Contracts.Terms;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Problems;

/// <summary>The plans of the sweeps that this process works on: each sweep's terms are read once.</summary>
internal sealed class SweepPlans(StrategyRegistry strategies)
{
    private const int MostKept = 64; // More than a cluster runs at once; any others are read again.

    private readonly ConcurrentDictionary<SweepTerms, SweepPlan> _plans = new();

    /// <summary>The plan for <paramref name="terms"/>.</summary>
    public SweepPlan Of(SweepTerms terms)
    {
        if (_plans.TryGetValue(terms, out var known))
        {
            return known;
        }

        if (_plans.Count >= MostKept)
        {
            _plans.Clear();
        }

        return _plans.GetOrAdd(terms, read => new SweepPlan(read, strategies));
    }
}
