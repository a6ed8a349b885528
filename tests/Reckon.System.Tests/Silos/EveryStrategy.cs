using System.Collections.Immutable;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.System.Tests.Silos;

/// <summary>A sweep of every strategy that ships.</summary>
internal static class EveryStrategy
{
    public const int Problems = 5;

    public static ImmutableArray<StrategySpec> Strategies { get; } =
    [
        new(GreedyDecoding.Definition, 1),
        new(BestOfN.Definition, 1),
        new(BestOfN.Definition, 8),
        new(DistinctOfN.Definition, 4),
        new(DistinctOfN.Definition, 6),
        new(EarlyStopping.Definition, 12, ("window", 4)),
        new(BeamSearch.Definition, 8, ("width", 4)),
        new(BeamSearch.Definition, 9, ("width", 3)),
        new(Lookahead.Definition, 8, ("width", 2), ("steps", 1)),
        new(DiverseVerifierTreeSearch.Definition, 8, ("width", 4)),
        new(Rebase.Definition, 8),
        new(ParticleFiltering.Definition, 8),
        new(MonteCarloTreeSearch.Definition, 8, ("width", 4), ("leaves", 2)),
        new(Revise.Definition, 8, ("chains", 2)),
        new(Revise.Definition, 6, ("place", "gain")),
        new(Revisions.Definition, 6, ("chains", 2)),
    ];

    public static SweepSpec Spec { get; } = SomeSweep.Spec() with { Strategies = Strategies };

    /// <summary>A sweep of the strategies with this name alone.</summary>
    public static SweepSpec Alone(string name) => Spec with { Strategies = [.. Strategies.Where(strategy => strategy.Name == name)] };
}
