using System.Collections.Immutable;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Trees;

namespace Reckon.Evaluation.Reports;

/// <summary>What only the trees of a sweep tell, added up problem by problem as they come. For one thread.</summary>
public sealed class TreeFigures(SweepSpec spec)
{
    private readonly TreePools _pools = new(spec);
    private readonly RunAttention _attention = new();

    /// <summary>Adds the trials in <paramref name="trees"/>, which hold their steps.</summary>
    public void Add(ProblemTrees trees)
    {
        _pools.Add(trees);
        _attention.Add(trees);
    }

    /// <summary>The summaries of the pools. Nothing can be added afterwards.</summary>
    public ImmutableArray<PoolSummary> BuildPools() => _pools.Build();

    /// <summary><paramref name="summary"/> with what attention cost: see <see cref="RunAttention.AddTo"/>.</summary>
    public SweepSummary AddAttentionTo(SweepSummary summary) => _attention.AddTo(summary);
}
