using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class GreedyKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(GreedyDecoding.Definition, 1);
}
