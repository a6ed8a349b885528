using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class AdaptiveByLogProbabilityKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Adaptive.Definition, 9, ("policy", "p@0 probe=3 measure=logProbability cuts=-0.5,-1,-2 bins=greedy best|mcts width=3 weighted|revise chains=2 weighted|lookahead width=2 steps=1 best"));
}
