using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class RebaseOfThreeKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Rebase.Definition, 3, ("temperature", 0.001), ("maxRounds", 3));
}
