using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class EarlyStoppingByCertaintyKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(EarlyStopping.Definition, 7, ("rule", "certain"), ("window", 1));
}
