using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class EarlyStoppingByWindowKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(EarlyStopping.Definition, 7, ("rule", "window"), ("window", 2));
}
