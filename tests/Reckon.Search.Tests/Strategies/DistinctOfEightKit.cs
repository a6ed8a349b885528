using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class DistinctOfEightKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Built.Of(DistinctOfN.Definition, 8);
}
