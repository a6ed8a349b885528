using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class RebaseOfEightKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Rebase.Definition, 8);
}
