using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class EightParticlesKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(ParticleFiltering.Definition, 8);
}
