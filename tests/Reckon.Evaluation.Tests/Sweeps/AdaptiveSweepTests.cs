using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class AdaptiveSweepTests
{
    private const string Path = "sweeps/../runs/policy.yaml";

    [Fact]
    public void A_policy_file_becomes_a_run_for_each_n_that_is_named_after_it()
    {
        var sweep = Parse("{ n: [8, 16], policy: ../runs/policy.yaml }");
        var name = PolicyParserTests.Parse(PolicyParserTests.Text).Name;

        Assert.Equal([$"adaptive n=8 policy={name}", $"adaptive n=16 policy={name}"], sweep.Strategies.Select(strategy => strategy.Label));
        Assert.All(sweep.Strategies, strategy => Assert.Equal(4, strategy.BuildForFirstRound().Plan(Search.Trees.SearchTree.Empty)[0].Count));
    }

    [Fact]
    public void What_the_file_says_is_part_of_the_sweeps_identity()
    {
        var hash = Hash(PolicyParserTests.Text);

        Assert.Equal(hash, Hash(PolicyParserTests.Text));
        Assert.NotEqual(hash, Hash(PolicyParserTests.Text.Replace("0.5]", "0.4]", StringComparison.Ordinal)));
        Assert.NotEqual(hash, Hash(PolicyParserTests.Text.Replace("beam width=4", "beam width=2", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_spec_that_was_written_needs_the_file_no_more()
    {
        var spec = Parse("{ n: 16, policy: ../runs/policy.yaml }").Strategies[0];

        Assert.Equal(spec, JsonSerializer.Deserialize<StrategySpec>(JsonSerializer.Serialize(spec)));
    }

    [Fact]
    public void The_files_that_a_sweep_names_are_known_to_who_hands_it_in() => Assert.Equal(
        [Path], Read("{ n: [8, 16], policy: ../runs/policy.yaml }", PolicyParserTests.Text).Policies);

    [Theory]
    [InlineData("{ n: 12, policy: ../runs/policy.yaml }", "has no budget of n = 12. Use one of: 8, 16.")]
    [InlineData("{ n: 4, policy: ../runs/policy.yaml }", "has no budget of n = 4")]
    [InlineData("{ n: 8, policy: ../runs/other.yaml }", "there is no file at 'sweeps/../runs/other.yaml'. Correct the path; it is relative")]
    [InlineData("{ n: 8 }", "the path of a policy file, which a report writes is missing")]
    [InlineData("{ n: 8, policy: [] }", "the list of values is empty")]
    [InlineData("{ n: 8, policy: { a: b } }", "expected the path of a policy file")]
    public void Says_where_a_policy_cannot_be_used(string strategy, string expected) => Assert.Contains(
        expected, string.Join('\n', Faults(strategy, PolicyParserTests.Text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[0.9, 0.5]", "[0.9, x]", "(line 5, cuts[1]): expected a number")]
    [InlineData("beam width=4 weighted'", "ray weighted'", "no strategy 'ray'")]
    [InlineData("beam width=4 weighted'", "beam width=8 weighted'", "cannot go on at n = 8 after 4 answers: a beam search of n = 4 cannot have width 8")]
    [InlineData("answers: 4", "answers: 8", "leaves nothing")]
    public void Says_what_is_wrong_with_the_file(string before, string after, string expected) => Assert.Contains(
        expected,
        string.Join('\n', Faults("{ n: 8, policy: ../runs/policy.yaml }", PolicyParserTests.Text.Replace(before, after, StringComparison.Ordinal))),
        StringComparison.Ordinal);

    [Fact]
    public void Without_a_verifier_a_policy_must_need_none()
    {
        const string plain = "apiVersion: reckon/v1\nkind: Policy\nname: p\nprobe: { answers: 2, measure: agreement }\ncuts: []\nbudgets: [{ n: 8, bins: [best-of-n majority] }]\n";

        Assert.IsType<Validated<SweepSpec>.Valid>(Read("{ n: 8, policy: ../runs/policy.yaml }", plain, hasVerifier: false).Spec);
        Assert.Contains("needs scores", string.Join('\n', Read("{ n: 8, policy: ../runs/policy.yaml }", PolicyParserTests.Text, hasVerifier: false).Faults),
            StringComparison.Ordinal);
    }

    private static string Hash(string policy) =>
        SweepHash.Of(Assert.IsType<Validated<SweepSpec>.Valid>(Read("{ n: [8, 16], policy: ../runs/policy.yaml }", policy).Spec).Value, Some.Contents);

    private static SweepSpec Parse(string strategy) =>
        Assert.IsType<Validated<SweepSpec>.Valid>(Read(strategy, PolicyParserTests.Text).Spec).Value;

    private static ImmutableArray<Diagnostic> Faults(string strategy, string policy) => Read(strategy, policy).Faults;

    private static SweepReading Read(string strategy, string policy, bool hasVerifier = true) => SweepParser.Read(
        Encoding.UTF8.GetBytes($"""
            apiVersion: reckon/v1
            kind: Sweep
            name: adapted
            dataset: {"{"} path: ../datasets/test.jsonl {"}"}
            models: {"{"} proposer: ../models/writer{(hasVerifier ? ", verifier: ../models/judge" : "")} {"}"}
            strategies:
              - adaptive: {strategy}
            """),
        SweepText.FileName,
        new ListedFiles("sweeps/../datasets/test.jsonl", "sweeps/../models/writer/reckon.json", "sweeps/../models/judge/reckon.json")
        {
            Texts = ImmutableDictionary<string, string>.Empty.Add(Path, policy),
        },
        StrategyRegistry.BuiltIn);
}
