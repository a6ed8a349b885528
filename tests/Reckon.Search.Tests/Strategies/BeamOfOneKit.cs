using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class BeamOfOneKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => new BeamSearch(beams: 1, width: 1);
}
