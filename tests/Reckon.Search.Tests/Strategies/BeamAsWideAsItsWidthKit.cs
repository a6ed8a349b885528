using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class BeamAsWideAsItsWidthKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => new BeamSearch(beams: 4, width: 4, ranking: Aggregation.Mean);
}
