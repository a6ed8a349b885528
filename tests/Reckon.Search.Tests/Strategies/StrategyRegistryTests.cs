using System.Reflection;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Tests.Strategies;

public sealed class StrategyRegistryTests
{
    private static readonly StrategyDefinition _other = new()
    {
        Key = "other",
        Name = "other-one",
        Description = "Draws once",
        NeedsScores = false,
        Create = context => new BestOfN(context.Values.N),
    };

    public static TheoryData<StrategyDefinition, string> Faults => new()
    {
        { _other with { Key = "beam" }, "the key 'beam' is that of the strategy beam" },
        { _other with { Name = "best-of-n" }, "there is a strategy named 'best-of-n'" },
        { _other with { Key = "Other" }, "the key 'Other' is not a lowercase letter followed by at most 39 letters and digits" },
        { _other with { Key = "other\n" }, "the key 'other\n' is not a lowercase letter followed by at most 39 letters and digits" },
        { _other with { Name = "other one" }, "the name 'other one' is not made of lowercase letters, digits and hyphens, at most 40" },
        { _other with { Name = "other@1" }, "the name 'other@1' is not made of lowercase letters, digits and hyphens, at most 40" },
        { With(new WholeNumberParameter("n", "", 1, 2)), "two parameters are named 'n'" },
        { With(new WholeNumberParameter("version", "", 1, 2)),
            "the parameter 'version' is not a lowercase letter followed by at most 39 letters and digits, "
                + "or is one of n, name, version, asynchronous" },
        { With(new WholeNumberParameter("a", "", 1, 2), new WholeNumberParameter("a", "", 1, 2)), "two parameters are named 'a'" },
        { With(new WholeNumberParameter("a", "", 2, 1)), "the parameter 'a' has an empty range, or a default outside of it" },
        { With(new WholeNumberParameter("a", "", 1, 2) { IsImplied = true }), "the parameter 'a' is implied and has no default" },
        { With(new WholeNumberParameter("a", "", 1, 2, 3)), "the parameter 'a' has an empty range, or a default outside of it" },
    };

    [Fact]
    public void The_program_has_its_own_strategies() =>
        Assert.Superset(new HashSet<string> { "beam", "bestOfN" }, StrategyRegistry.BuiltIn.All.Select(definition => definition.Key).ToHashSet());

    [Fact]
    public void Finds_by_key_and_by_name()
    {
        var registry = StrategyRegistry.BuiltIn.With(_other);

        Assert.Same(_other, registry.WithKey("other"));
        Assert.Same(_other, registry.WithName("other-one"));
        Assert.Null(registry.WithKey("other-one"));
        Assert.Null(StrategyRegistry.BuiltIn.WithKey("other"));
    }

    [Theory, MemberData(nameof(Faults))]
    public void Refuses_what_would_be_ambiguous_or_unwritable(StrategyDefinition definition, string fault)
    {
        Assert.Contains(fault, StrategyRegistry.BuiltIn.Faults(definition));
        Assert.Throws<ArgumentException>(() => StrategyRegistry.BuiltIn.With(definition));
    }

    [Fact]
    public void Finds_the_public_strategies_of_an_assembly() =>
        Assert.Equal(StrategyRegistry.BuiltIn.All, StrategyTypes.In(typeof(BestOfN).Assembly).Select(StrategyTypes.DefinitionOf).OrderBy(definition => definition.Key, StringComparer.Ordinal));

    [Fact]
    public void A_strategy_that_cannot_say_what_it_is_throws_what_it_threw() => Assert.IsType<NotSupportedException>(
        Assert.Throws<TargetInvocationException>(() => StrategyTypes.DefinitionOf(typeof(Speechless))).InnerException);

    [Fact]
    public void Binding_fills_in_defaults_in_the_order_of_the_definition() => Assert.Equal(
        "n=8 width=4 maxRounds=40", BeamSearch.Definition.Bind([new("width", 4), new("n", 8)]).ToString());

    [Fact]
    public void Binding_leaves_out_what_is_implied()
    {
        Assert.Equal("n=8 temperature=0.2 maxRounds=40", Rebase.Definition.Bind([new("n", 8), new("subtrees", 1)]).ToString());
        Assert.Equal("n=8 temperature=0.2 subtrees=2 maxRounds=40", Rebase.Definition.Bind([new("n", 8), new("subtrees", 2)]).ToString());
    }

    [Fact]
    public void Binding_refuses_what_is_given_twice() =>
        Assert.Throws<ArgumentException>(() => BestOfN.Definition.Bind([new("n", 8), new("n", 8)]));

    [Fact]
    public void An_example_names_what_must_be_given()
    {
        Assert.Equal("bestOfN: { n: [1, 4] }", BestOfN.Definition.Example);
        Assert.Equal("beam: { n: [1, 4], width: 1 }", BeamSearch.Definition.Example);
    }

    private static StrategyDefinition With(params WholeNumberParameter[] parameters) => _other with { Parameters = [.. parameters] };

    private sealed record Speechless : IDefinedStrategy
    {
        public static StrategyDefinition Definition => throw new NotSupportedException();

        public int Generations => 1;

        public IReadOnlyList<Expansion> Plan(SearchTree tree) => [];
    }
}
