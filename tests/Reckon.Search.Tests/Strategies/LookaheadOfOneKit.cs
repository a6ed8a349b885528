using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class LookaheadOfOneKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Lookahead.Definition, 9, ("width", 2), ("steps", 1));
}
