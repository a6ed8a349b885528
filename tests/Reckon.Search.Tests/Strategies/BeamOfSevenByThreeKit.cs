using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class BeamOfSevenByThreeKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => new BeamSearch(beams: 7, width: 3, ranking: Aggregation.Min);
}
