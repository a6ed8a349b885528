using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class MctsOfSevenByThreeKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(MonteCarloTreeSearch.Definition, 7, ("width", 3));
}
