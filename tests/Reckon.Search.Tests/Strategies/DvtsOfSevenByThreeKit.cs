using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class DvtsOfSevenByThreeKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(DiverseVerifierTreeSearch.Definition, 7, ("width", 3));
}
