using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class MctsOfManyLeavesKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(
        MonteCarloTreeSearch.Definition, 8, ("width", 2), ("leaves", 3), ("prior", "likelihood"), ("exploration", 4));
}
