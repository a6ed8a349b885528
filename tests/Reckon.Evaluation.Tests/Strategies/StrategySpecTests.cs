using Reckon.Evaluation.Strategies;
using Reckon.Search.Randomness;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Tests.Strategies;

public sealed class StrategySpecTests
{
    [Fact]
    public void A_label_shows_what_is_not_at_its_default()
    {
        Assert.Equal("beam n=16 width=4", Some.Beam(16, 4).Label);
        Assert.Equal("beam n=16 width=4 maxRounds=20", Some.Beam(16, 4, 20).Label);
        Assert.Equal("beam n=16 width=sqrt", new StrategySpec(BeamSearch.Definition, 16, ("width", "sqrt")).Label);
        Assert.Equal("beam n=16 width=4", (Some.Beam(16, 4) with { IsAsynchronous = true }).Label);
        Assert.Equal("best-of-n n=1", Some.BestOfN(1).Label);
        Assert.Equal("rebase n=4", new StrategySpec(Rebase.Definition, 4).Label);
        Assert.Equal("rebase n=4 subtrees=2 maxRounds=9", new StrategySpec(Rebase.Definition, 4, ("subtrees", 2), ("maxRounds", 9)).Label);
    }

    [Fact]
    public void Every_strategy_of_the_program_makes_searches_of_n_generations() => Assert.All(StrategyRegistry.BuiltIn.All, definition =>
    {
        var n = definition.FixedN ?? 10;
        var spec = new StrategySpec(definition, n, [.. definition.Parameters.Select(parameter => (parameter.Name, parameter.Example))]);

        Assert.Equal(n, spec.Build(Aggregation.Last, RandomKey.Root(0, "p").Chance, new AnswersByText()).Generations);
        Assert.Equal(n, spec.BuildForFirstRound().Generations);
    });

    [Theory]
    [InlineData("width", 0.0)]
    [InlineData("width", 1.5)]
    [InlineData("width", 10_001.0)]
    [InlineData("width", 17.0)]
    [InlineData("girth", 4.0)]
    public void Refuses_values_that_cannot_be(string parameter, double value) =>
        Assert.Throws<ArgumentException>(() => new StrategySpec(BeamSearch.Definition, 16, (parameter, value)));

    [Fact]
    public void Specs_are_equal_when_strategy_and_values_are()
    {
        var other = new ParameterValues([new("n", 16), new("width", 4), new("maxRounds", 40)]);

        Assert.Equal(Some.Beam(16, 4), new StrategySpec(BeamSearch.Definition, other));
        Assert.NotEqual(Some.Beam(16, 4), Some.Beam(16, 2));
        Assert.NotEqual(Some.Beam(16, 4), Some.Beam(16, 4) with { IsAsynchronous = true });
        Assert.NotEqual(Some.Beam(16, 4), new StrategySpec(BeamSearch.Definition with { Version = "2" }, other));
    }
}
