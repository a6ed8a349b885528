using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class DistinctOfEightKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(DistinctOfN.Definition, 8);
}
