using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class AdaptiveByAgreementKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Adaptive.Definition, 12, ("policy", "p@0 probe=4 measure=agreement cuts=0.5 bins=early-stopping window=3 majority|distinct weighted"));
}
