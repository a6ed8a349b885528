using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class LookaheadOfThreeKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Lookahead.Definition, 16, ("width", 2), ("steps", 3));
}
