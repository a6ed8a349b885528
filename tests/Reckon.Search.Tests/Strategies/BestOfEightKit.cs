using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class BestOfEightKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => new BestOfN(8);
}
