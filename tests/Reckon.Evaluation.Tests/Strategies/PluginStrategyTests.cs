using System.Text.Json;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Tests.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Tests.Strategies;

/// <summary>A strategy that came with a version, as those of plugins do.</summary>
public sealed class PluginStrategyTests
{
    private static readonly StrategyDefinition _definition = new()
    {
        Key = "guess",
        Name = "guess",
        Description = "Draws answers",
        Parameters =
            [new NumberParameter("luck", "how lucky it is", 0, 1), new ChoiceParameter<UriKind>("kind", "of which kind", UriKind.Absolute)],
        NeedsScores = false,
        Version = "5bec",
        Create = context => new BestOfN(context.Values.N),
    };

    private static readonly SweepSpec _sweep = Some.Sweep with
    {
        Strategies = [new StrategySpec(_definition, 4, ("luck", 0.25)), Some.Beam(4, 2)],
    };

    private static readonly StrategyRegistry _strategies = StrategyRegistry.BuiltIn.With(_definition);

    [Fact]
    public void Its_version_is_part_of_the_sweeps_identity()
    {
        var canonical = SweepHash.Canonical(_sweep, Some.Contents);
        var next =
            _sweep with { Strategies = [new StrategySpec(_definition with { Version = "6bec" }, 4, ("luck", 0.25)), Some.Beam(4, 2)] };

        Assert.Contains(
            "\"strategies\":[{\"guess@5bec\":{\"kind\":\"absolute\",\"luck\":0.25,\"n\":4}},{\"beam\":{\"maxRounds\":40,\"n\":4,\"width\":2}}]",
            canonical, StringComparison.Ordinal);
        Assert.NotEqual(SweepHash.Of(_sweep, Some.Contents), SweepHash.Of(next, Some.Contents));
    }

    [Fact]
    public void A_document_gives_it_back_where_it_is_known()
    {
        var document = SweepDocument.Write(_sweep);

        Assert.Contains("""{"name":"guess","n":4,"luck":0.25,"kind":"absolute","version":"5bec"}""", document, StringComparison.Ordinal);
        Assert.Equal(_sweep, SweepDocument.Read(document, _strategies));
    }

    [Fact]
    public void Where_it_is_not_known_the_document_is_refused_with_what_to_do()
    {
        var refusal = Assert.Throws<JsonException>(() => SweepDocument.Read(SweepDocument.Write(_sweep), StrategyRegistry.BuiltIn));

        Assert.Equal(
            "There is no strategy 'guess' in this process. Name the plugin that has it with --plugin, in every process.", refusal.Message);
    }

    [Fact]
    public void Another_version_is_refused()
    {
        var other = StrategyRegistry.BuiltIn.With(_definition with { Version = "6bec" });
        var own = StrategyRegistry.BuiltIn.With(_definition with { Version = null });

        var refusal = Assert.Throws<JsonException>(() => SweepDocument.Read(SweepDocument.Write(_sweep), other));

        Assert.Equal(
            "The strategy guess is of version '5bec' in the sweep, and of '6bec' in this process. Name the same plugin in every process.",
            refusal.Message);
        Assert.Throws<JsonException>(() => SweepDocument.Read(SweepDocument.Write(_sweep), own));
    }

    [Theory]
    [InlineData("0.25", "2")]
    [InlineData("0.25", "\"0.25\"")]
    [InlineData("0.25", "true")]
    [InlineData("\"absolute\"", "\"Absolute\"")]
    [InlineData("\"absolute\"", "1")]
    public void A_document_with_a_wrong_value_is_refused(string right, string wrong)
    {
        var document = SweepDocument.Write(_sweep);
        Assert.Contains(right, document, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => SweepDocument.Read(document.Replace(right, wrong, StringComparison.Ordinal), _strategies));
    }

    [Fact]
    public void What_it_throws_is_told_as_a_fault_of_the_sweep()
    {
        var throwing = StrategyRegistry.BuiltIn.With(_definition with { Create = _ => throw new NotSupportedException("Not today.") });

        Assert.Equal(
            "sweeps/demo.yaml:10:19: strategies[1].guess.n: the strategy guess failed: NotSupportedException: 'Not today.'. "
            + "Correct the plugin that it comes from, or remove this n.",
            SweepText.Faults(SweepText.Full.Replace("beam: { n: [1], width: 1 }", "guess: {   n: 4, luck: 1 }", StringComparison.Ordinal),
                throwing));
    }

    [Fact]
    public void An_unknown_strategy_that_resembles_none_is_refused_with_all_that_there_are() => Assert.Equal(
        "sweeps/demo.yaml:10:5: strategies[1]: the strategy 'guess' is unknown. Use one of: adaptive, beam, bestOfN, distinct, dvts, earlyStopping, greedy, lookahead, mcts, particles, rebase, revise, revisions. A strategy of a plugin needs --plugin FILE.dll.",
        SweepText.Faults(SweepText.Full.Replace("beam: { n: [1], width: 1 }", "guess: { n: 4 }", StringComparison.Ordinal)));
}
