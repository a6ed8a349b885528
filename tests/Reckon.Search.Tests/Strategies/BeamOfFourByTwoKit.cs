using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class BeamOfFourByTwoKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => new BeamSearch(beams: 4, width: 2);
}
