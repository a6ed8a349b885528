using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class OneParticleKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(ParticleFiltering.Definition, 1, ("temperature", 0.001), ("maxRounds", 3));
}
