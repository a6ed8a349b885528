using System.Collections.Immutable;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Trees;

namespace Reckon.Evaluation.Reports;

/// <summary>Adds up the largest pools of whole answers of a sweep, problem by problem, as their trees come. For one thread.</summary>
public sealed class TreePools(SweepSpec spec)
{
    private readonly ImmutableArray<PoolAccumulator> _pools = PoolAccumulator.For(spec); // One for each aggregation.

    /// <summary>Adds the pools in <paramref name="trees"/>.</summary>
    public void Add(ProblemTrees trees)
    {
        foreach (var (aggregation, pools) in _pools.Index())
        {
            foreach (var trial in trees.Trials.Where(trial => trial.Run == pools.Run))
            {
                pools.Add(trees.ToPool(trial, aggregation));
            }
        }
    }

    /// <summary>Their summaries, one for each aggregation; none where there is no whole pool.</summary>
    public ImmutableArray<PoolSummary> Build() => [.. _pools.Select(pools => pools.Build()).OfType<PoolSummary>()];
}
