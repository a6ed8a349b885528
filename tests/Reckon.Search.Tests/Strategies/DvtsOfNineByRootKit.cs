using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class DvtsOfNineByRootKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(
        DiverseVerifierTreeSearch.Definition, 9, ("width", "sqrt"), ("maxRounds", 4));
}
