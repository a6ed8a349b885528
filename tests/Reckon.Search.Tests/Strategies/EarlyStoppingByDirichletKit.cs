using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class EarlyStoppingByDirichletKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(
        EarlyStopping.Definition, 10, ("rule", "dirichlet"), ("window", 3), ("confidence", 0.6));
}
