using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class PolicyParserTests
{
    internal const string Text = """
        apiVersion: reckon/v1
        kind: Policy
        name: 'study-paper'
        probe: { answers: 4, measure: meanScore }
        cuts: [0.9, 0.5]
        budgets:
          - n: 8
            bins: ['best-of-n weighted', 'best-of-n weighted', 'beam width=4 weighted']
            crossValidated: { accuracy: 0.77, low: 0.74, high: 0.79, generations: 9.6 }
            overBestSingle: { points: 0.3, low: -0.3, high: 0.9 }
          - n: 16
            bins: ['best-of-n weighted', 'beam width=4 weighted', 'revise place=gain best (min)']
        provenance:
          sweep: { name: 'study' }

        """;

    [Fact]
    public void Reads_a_policy()
    {
        var policy = Parse(Text);

        Assert.Equal(4, policy.Answers);
        Assert.Equal(PolicyMeasure.MeanScore, policy.Measure);
        Assert.Equal([0.9, 0.5], policy.Cuts);
        Assert.Equal([8, 16], policy.Budgets.Keys);
        Assert.Equal(["best-of-n weighted", "beam width=4 weighted", "revise place=gain best (min)"], policy.At(16)!.Bins.Select(bin => bin.Text));
        Assert.Null(policy.At(12));
    }

    [Fact]
    public void Its_name_has_the_hash_of_its_bytes()
    {
        Assert.Matches("^study-paper@[0-9a-f]{8}$", Parse(Text).Name);
        Assert.NotEqual(Parse(Text).Name, Parse(Text + "# A remark.\n").Name);
    }

    [Fact]
    public void A_policy_at_one_budget_is_read_from_its_own_text() => Assert.Equal(Parse(Text).At(8), BinPolicy.Parse(Parse(Text).At(8)!.ToString()));

    [Theory]
    [InlineData("kind: Policy", "kind: Sweep", "expected 'Policy'")]
    [InlineData("measure: meanScore", "measure: oracle", "expected one of meanScore, agreement, logProbability")]
    [InlineData("answers: 4", "answers: none", "expected a whole number")]
    [InlineData("[0.9, 0.5]", "[0.5, 0.9]", "descending")]
    [InlineData("[0.9, 0.5]", "[0.9]", "there are 3 methods for 2 bins")]
    [InlineData("n: 16", "n: 8", "n = 8 is there twice")]
    [InlineData("revise place=gain best (min)", "revise place=gain", "is not a method")]
    [InlineData("budgets:", "budget:", "'budget' is unknown")]
    public void Says_what_is_wrong(string before, string after, string expected) => Assert.Contains(
        expected, string.Join('\n', Faults(Text.Replace(before, after, StringComparison.Ordinal))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("a: [")]
    [InlineData("\t")]
    public void Refuses_what_is_no_policy(string text) => Assert.NotEmpty(Faults(text));

    internal static PolicyFile Parse(string text) =>
        Assert.IsType<Validated<PolicyFile>.Valid>(PolicyParser.Parse(Encoding.UTF8.GetBytes(text), "policy.yaml")).Value;

    private static ImmutableArray<Diagnostic> Faults(string text) =>
        Assert.IsType<Validated<PolicyFile>.Invalid>(PolicyParser.Parse(Encoding.UTF8.GetBytes(text), "policy.yaml")).Diagnostics;
}
