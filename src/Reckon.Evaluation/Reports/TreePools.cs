using System.Collections.Immutable;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Trees;

namespace Reckon.Evaluation.Reports;

/// <summary>Adds up the largest pools of whole answers of a sweep, problem by problem, as their trees come. For one thread.</summary>
public sealed class TreePools(SweepSpec spec)
{
    private readonly PoolAccumulator? _pools = PoolAccumulator.For(spec);

    /// <summary>Adds the pools in <paramref name="trees"/>.</summary>
    public void Add(ProblemTrees trees)
    {
        foreach (var trial in trees.Trials.Where(trial => trial.Run == _pools?.Run))
        {
            _pools!.Add(trees.ToPool(trial));
        }
    }

    /// <summary>Their summary; none where there is no whole pool.</summary>
    public ImmutableArray<PoolSummary> Build() => _pools?.Build() is { } summary ? [summary] : [];
}
