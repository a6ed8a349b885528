using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class ReviseForGainKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Revise.Definition, 12, ("chains", 3), ("place", "gain"));
}
