using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Strategies;
using Reckon.Search.Strategies;

namespace Reckon.System.Tests.Silos;

/// <summary>A sweep of every strategy that ships.</summary>
internal static class EveryStrategy
{
    private const int Problems = 5;

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
        new(Adaptive.Definition, 8, ("policy", "p@0 probe=2 measure=meanScore cuts=0.6,0.4 bins=best-of-n weighted|beam width=2 weighted|revise chains=2 best")),
        new(Adaptive.Definition, 9, ("policy", "p@1 probe=3 measure=agreement cuts=0.5 bins=distinct best|lookahead width=2 steps=1 weighted")),
    ];

    /// <summary>The sweep of all of them, with answers of at most <paramref name="maxAnswerTokens"/>.</summary>
    public static SweepSubmission Submission(int maxAnswerTokens = 512) => Submission(Strategies, maxAnswerTokens);

    /// <summary>The sweep of those with this name alone.</summary>
    public static SweepSubmission Alone(string name) => Submission([.. Strategies.Where(strategy => strategy.Name == name)]);

    private static SweepSubmission Submission(ImmutableArray<StrategySpec> strategies, int maxAnswerTokens = 512) => SomeSweep.Submission(
        Problems, SomeSweep.Spec() with { Strategies = strategies, Sampling = new(0.8, 64, maxAnswerTokens) });
}
