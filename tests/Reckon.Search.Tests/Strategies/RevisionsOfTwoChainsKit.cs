using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class RevisionsOfTwoChainsKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Revisions.Definition, 8, ("chains", 2));
}
