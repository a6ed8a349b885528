using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class BeamOfSixteenByFourKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => new BeamSearch(beams: 16, width: 4, maxRounds: 3, ranking: Aggregation.Product);
}
