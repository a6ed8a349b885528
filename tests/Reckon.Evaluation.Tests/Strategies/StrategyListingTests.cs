using Reckon.Evaluation.Strategies;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Strategies;

public sealed class StrategyListingTests
{
    [Fact]
    public void Tells_what_each_strategy_takes() => Golden.Match(StrategyListing.Text(StrategyRegistry.BuiltIn.With(new StrategyDefinition
    {
        Key = "another",
        Name = "another-one",
        Description = "Draws in another way",
        Parameters = [new NumberParameter("share", "how much of it", 0, 1, 0.5), new ChoiceParameter<UriKind>("kind", "of which kind")],
        NeedsScores = true,
        Version = "5bec",
        Create = context => new BestOfN(context.Values.N),
    })));
}
