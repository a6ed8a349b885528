using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class AdaptiveByScoreKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Adaptive.Definition, 8, ("policy", "p@0 probe=2 measure=meanScore cuts=0.55,0.45 bins=best-of-n weighted|beam width=2 weighted|revise place=gain best"));
}
