using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class ReviseWhereScoresFallKit : SearchStrategyKit
{
    protected override ISearchStrategy Strategy => Some.Strategy(Revise.Definition, 9, ("chains", 2));
}
