using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class RebaseOfNineByTwoKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Rebase.Definition, 9, ("subtrees", 2));
}
