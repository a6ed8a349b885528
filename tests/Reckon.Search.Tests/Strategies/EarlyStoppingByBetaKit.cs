using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class EarlyStoppingByBetaKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(EarlyStopping.Definition, 10);
}
