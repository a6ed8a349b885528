using System.Text;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Text;
using Reckon.Search;
using Reckon.Search.Controls;
using Reckon.Search.Costs;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class SweepParserTests
{
    [Fact]
    public void A_server_in_the_place_of_a_models_folder_says_what_the_folder_of_a_server_would()
    {
        const string Server = "{ tokenizer: ../models/writer, name: far, contextTokens: 4096, step: { delimiter: '4' }, url: 'http://127.0.0.1:8000', kind: vllm, model: \"m\", repeatable: true, secondsPerToken: 0.5 }";
        var models = SweepText.Parse(SweepText.Full.Replace("proposer: ../models/writer", $"proposer: {Server}", StringComparison.Ordinal)).Models;

        Assert.Equal(("sweeps/../models/writer", null), (models.Proposer, models.VerifierManifest));
        Assert.Equal(
            """{"name":"far","contextTokens":4096,"step":{"delimiter":"4"},"role":"proposer","remote":{"url":"http://127.0.0.1:8000","kind":"vllm","model":"m","repeatable":true,"secondsPerToken":0.5}}""",
            models.ProposerManifest);
    }

    [Fact]
    public void A_server_needs_the_folder_of_its_models_tokenizer() => Assert.Contains(
        "models.verifier.tokenizer: the folder with the tokenizer of the server's model is missing",
        SweepText.Faults(SweepText.Full.Replace("verifier: ../models/judge", "verifier: { url: 'http://127.0.0.1:8000' }", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Every_combination_of_listed_values_is_a_run_of_its_own() => Assert.Equal(
        [
            "beam n=8 width=2", "beam n=8 width=4", "beam n=16 width=2", "beam n=16 width=4", "greedy", "revise n=6", "revise n=6 chains=2",
            "revise n=6 chains=3", "revise n=6 chains=6", "revise n=4 place=gain", "revise n=4 chains=2 place=gain",
        ],
        Labels("""
            - beam: { n: [8, 16], width: [2, 4] }
            - greedy
            - revise: { n: 6, chains: all }
            - revise: { n: 4, chains: [1, 2], place: gain }
            """));

    [Fact]
    public void A_value_that_is_listed_twice_makes_a_run_twice() => Assert.Contains(
        "beam n=8 width=2 is in this sweep already",
        SweepText.Faults(SweepText.Full.Replace("beam: { n: [1], width: 1 }", "beam: { n: [8], width: [2, 2] }", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Fact]
    public void Reads_whether_rounds_are_asynchronous()
    {
        var sweep = SweepText.Parse(SweepText.Full.Replace("{ n: [1], width: 1 }", "{ n: 1, width: 1, asynchronous: true }", StringComparison.Ordinal));

        Assert.Equal(["beam n=1 width=1"], sweep.Strategies.Where(strategy => strategy.IsAsynchronous).Select(strategy => strategy.Label));
        Assert.All(sweep.Trials(), trial => Assert.Equal(
            trial.Strategy.IsAsynchronous, sweep.TaskFor(Some.Problem(), trial, new AnswersByText()).IsAsynchronous));
    }

    [Fact]
    public void Reads_every_part_of_a_sweep()
    {
        var expected = new SweepSpec(
            "demo",
            new DatasetSource("sweeps/../datasets/test.jsonl", 200),
            new ModelPaths("sweeps/../models/writer", "sweeps/../models/judge"),
            [0, 7],
            new Sampling(0.7, 32, 100),
            [
                Some.BestOfN(1), Some.BestOfN(4), Some.BestOfN(16), Some.BestOfN(64),
                Some.Beam(1, 1), Some.Beam(4, 4, 20), Some.Beam(16, 4, 20),
            ],
            [SelectionRule.Majority, SelectionRule.Weighted],
            Aggregation.Min,
            new Budget(64, 20_000));

        Assert.Equal(expected, SweepText.Parse(SweepText.Full));
    }

    [Fact]
    public void Fills_in_what_a_sweep_leaves_out()
    {
        var expected = new SweepSpec(
            "short",
            new DatasetSource("sweeps/../datasets/test.jsonl"),
            new ModelPaths("sweeps/../models/writer", "sweeps/../models/judge"),
            [0],
            new Sampling(0.8, 64, 200),
            [Some.BestOfN(4)],
            [SelectionRule.Majority, SelectionRule.Best, SelectionRule.Weighted],
            Aggregation.Last,
            Budget.Unlimited);

        Assert.Equal(expected, SweepText.Parse(SweepText.Short));
    }

    [Fact]
    public void Reads_what_is_said_before_each_problem()
    {
        const string prompt = """
            prompt:
              system: Reason step by step.
              examples:
                - problem: 1 + 1?
                  solution: |
                    1 + 1 = 2.
                    #### 2
                - { problem: 2 + 1?, solution: "#### 3" }
            """;
        var expected = new Preface
        {
            System = "Reason step by step.",
            Examples = [new WorkedExample("1 + 1?", "1 + 1 = 2.\n#### 2\n"), new WorkedExample("2 + 1?", "#### 3")],
        };

        Assert.Equal(expected, SweepText.Parse($"{SweepText.Short}\n{prompt}\n").Sampling.Preface);
        Assert.Equal(SweepText.Parse(SweepText.Short), SweepText.Parse($"{SweepText.Short}\nprompt: {{ }}\n"));
    }

    [Fact]
    public void What_is_said_before_a_problem_has_a_limit() => Assert.Contains(
        "prompt.system: expected a text of 1 to 65536 characters, found 65537. Shorten it",
        SweepText.Faults($"{SweepText.Short}\nprompt: {{ system: {new string('x', 65_537)} }}\n"), StringComparison.Ordinal);

    [Fact]
    public void Reads_which_problems_are_taken()
    {
        const string filters = "ids: p1, where: { subject: [algebra, sums], level: 5 }, sample: { count: 20, seed: -3 }, limit: 10, exclude: [p2]";

        Assert.Equal(
            new DatasetSource("sweeps/../datasets/test.jsonl", 10)
            {
                Ids = ["p1"],
                Where = new ProblemFilter { Subjects = ["algebra", "sums"], Levels = [5] },
                Sample = new ProblemSample(20, -3),
                Exclude = ["p2"],
            },
            SweepText.Parse(SweepText.Full.Replace("limit: 200", filters, StringComparison.Ordinal)).Dataset);
    }

    [Fact]
    public void A_sample_has_the_seed_0_where_none_is_named() => Assert.Equal(
        new ProblemSample(20, 0), SweepText.Parse(SweepText.Full.Replace("limit: 200", "sample: { count: 20 }", StringComparison.Ordinal)).Dataset.Sample);

    [Theory]
    [InlineData("math", "math")]
    [InlineData("../datasets/test.jsonl", "sweeps/../datasets/test.jsonl")]
    [InlineData("~", null)]
    public void Takes_a_descriptor_by_its_name_or_path(string written, string? expected) => Assert.Equal(
        expected,
        SweepText.Parse(SweepText.Full.Replace("limit: 200", $"descriptor: {written}", StringComparison.Ordinal)).Dataset.Descriptor);

    [Theory, InlineData("sqrt"), InlineData("\"sqrt\"")]
    public void Takes_the_square_root_of_n_as_a_width(string written) => Assert.Equal(
        ["beam n=4 width=sqrt maxRounds=20", "beam n=16 width=sqrt maxRounds=20"],
        SweepText.Parse(SweepText.Full.Replace("n: [4, 16], width: 4", $"n: [4, 16], width: {written}", StringComparison.Ordinal))
            .Strategies[^2..].Select(strategy => strategy.Label));

    [Fact]
    public void Takes_limits_in_every_unit_for_each_search_and_for_all()
    {
        const string Sweep = "sweep: { trials: 40, flops: 4e12, seconds: 3600, tokens: 50000, money: 12.5, bill: 25 }";
        var spec = SweepText.Parse($"{SweepText.Short}\nbudget: {{ flops: 1e9, seconds: 2.5, tokens: 1000, money: 0.25, {Sweep} }}\n");

        Assert.Equal(new Budget(Tokens: 1_000, Flops: 1e9, Seconds: 2.5, Money: 0.25), spec.Budget);
        Assert.Equal(new SweepBudget(40, 50_000, 4e12, 3_600, 12.5, 25), spec.SweepBudget);
        Assert.Equal(spec, SweepDocument.Read(SweepDocument.Write(spec), StrategyRegistry.BuiltIn));
        Assert.True(spec.DependsOnTime);
    }

    [Theory]
    [InlineData("sweep: { bill: 10 }", "budget.sweep.bill: a limit on the bill of the sweep needs one on the money of each search. Set budget.money: ")]
    [InlineData("money: 1, sweep: { bill: 0.5 }", "budget.sweep.bill: no problem would be admitted: each may take up to ")]
    public void A_limit_on_the_bill_needs_one_on_the_money_of_each_search(string budget, string expected) => Assert.Contains(
        expected, SweepText.Faults($"{SweepText.Short}\nbudget: {{ {budget} }}\n"), StringComparison.Ordinal);

    [Fact]
    public void Without_a_verifier_answers_are_chosen_by_majority()
    {
        var spec = SweepText.Parse(SweepText.Short.Replace(", verifier: ../models/judge", "", StringComparison.Ordinal));

        Assert.Null(spec.Models.Verifier);
        Assert.Equal([SelectionRule.Majority], spec.Selections);
    }

    [Fact]
    public void Without_a_verifier_its_price_is_not_asked_for()
    {
        // One answer of 200 tokens, and the prompt on top: with a verifier, twice as much.
        const string Budgeted = "\nbudget: { tokens: 300 }\n";

        Assert.NotEmpty(SweepText.Faults(SweepText.Short + Budgeted));
        Assert.Equal(300,
            SweepText.Parse(SweepText.Short.Replace(", verifier: ../models/judge", "", StringComparison.Ordinal) + Budgeted).Budget.Tokens);
    }

    [Fact]
    public void Several_aggregations_are_a_list_of_which_the_first_ranks_prefixes()
    {
        var spec = SweepText.Parse(SweepText.Full.Replace("aggregation: min", "aggregation: [min, max, last]", StringComparison.Ordinal));

        Assert.Equal([Aggregation.Min, Aggregation.Max, Aggregation.Last], spec.Aggregations);
        Assert.Equal(Aggregation.Min, spec.Aggregation);
        Assert.Equal(
            ["majority", "weighted (min)", "weighted (max)", "weighted (last)"], spec.Selectors.Select(SelectorName.Of));
    }

    [Fact]
    public void A_list_of_one_aggregation_is_that_one() => Assert.Equal(
        SweepText.Parse(SweepText.Full),
        SweepText.Parse(SweepText.Full.Replace("aggregation: min", "aggregation: [min]", StringComparison.Ordinal)));

    [Fact]
    public void Ties_go_to_the_first_answer_and_saying_so_changes_nothing()
    {
        Assert.Equal(SweepText.Parse(SweepText.Full), SweepText.Parse(SweepText.Full + "ties: first\n"));
        Assert.Equal(TieRule.Mean, SweepText.Parse(SweepText.Full + "ties: mean\n").Ties);
    }

    [Theory]
    [InlineData("random", ControlKind.Random)]
    [InlineData("oracle", ControlKind.Oracle)]
    public void A_control_gives_scores_to_strategies_and_rules_where_no_verifier_does(string control, ControlKind kind)
    {
        var text = SweepText.Full.Replace(", verifier: ../models/judge", "", StringComparison.Ordinal);

        var spec = SweepText.Parse($"{text}control: {control}\n");

        Assert.Equal((new VerifierControl(kind), null), (spec.Control, spec.Models.Verifier));
        Assert.Equal([SelectionRule.Majority, SelectionRule.Weighted], spec.Selections);
        Assert.Contains(spec.Strategies, strategy => strategy.Definition.NeedsScores);
        Assert.Equal(spec, SweepDocument.Read(SweepDocument.Write(spec), StrategyRegistry.BuiltIn));
    }

    [Fact]
    public void A_verifier_can_be_told_to_be_wrong_now_and_then()
    {
        var spec = SweepText.Parse(SweepText.Full + "control: { flip: 0.2 }\n");

        Assert.Equal(new VerifierControl(ControlKind.Flip, 0.2), spec.Control);
        Assert.Equal(spec, SweepDocument.Read(SweepDocument.Write(spec), StrategyRegistry.BuiltIn));
    }

    [Fact]
    public void Whether_trees_are_kept_is_no_part_of_the_hash()
    {
        var (kept, left) = (SweepText.Parse(SweepText.Short), SweepText.Parse(SweepText.Short + "\ntrees: false\n"));

        Assert.Equal((true, false), (kept.KeepsTrees, left.KeepsTrees));
        Assert.Equal(SweepHash.Of(kept, Some.Contents), SweepHash.Of(left, Some.Contents));
    }

    [Fact]
    public void Says_what_is_wrong_where_and_what_to_do() => Golden.Match(SweepFaults.Listing());

    [Fact]
    public void Reports_all_faults_at_once()
    {
        var faults = SweepText.Faults(SweepText.Full
            .Replace("name: demo", "name: ../demo", StringComparison.Ordinal)
            .Replace("limit: 200", "limit: 0", StringComparison.Ordinal)
            .Replace("temperature: 0.7", "temprature: 0.7", StringComparison.Ordinal)
            .Replace("aggregation: min", "aggregation: lsat", StringComparison.Ordinal));

        Assert.Equal(4, faults.Split('\n').Length);
    }

    [Fact]
    public void Refuses_more_than_a_mebibyte()
    {
        var text = SweepText.Full + new string('#', SweepParser.MaxBytes);

        Assert.Contains("larger than 1 MiB", SweepText.Faults(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_place_of_the_first_byte_that_is_not_utf8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("kind: Sweep\nname: "), 0xFF, .. "x"u8];

        var invalid =
            Assert.IsType<Validated<SweepSpec>.Invalid>(SweepParser.Parse(bytes, "a.yaml", ListedFiles.ForDemo, StrategyRegistry.BuiltIn));

        Assert.StartsWith("a.yaml:2:7: the file is not UTF-8 here", Assert.Single(invalid.Diagnostics)
            .ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_over_a_byte_order_mark()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SweepText.Full)];

        Assert.IsType<Validated<SweepSpec>.Valid>(
            SweepParser.Parse(bytes, SweepText.FileName, ListedFiles.ForDemo, StrategyRegistry.BuiltIn));
    }

    [Fact]
    public void Refuses_an_alias_bomb_without_unfolding_it()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 60; i++)
        {
            bomb.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        Assert.Contains("an anchor (&) is not allowed", SweepText.Faults(bomb.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seeds: [", ", ", "]")]
    [InlineData("strategies: [bestOfN: {n: [", ", ", "]}]")]
    [InlineData("strategies:\n# ", "\n- bestOfN: {n: 1}\n# ", "")]
    [InlineData("k", ": 1\nk", ": 1")]
    [InlineData("? ", "\n? ", "")]
    public async Task Takes_a_file_full_of_anything_in_its_stride(string opening, string separator, string closing)
    {
        var numbers = Enumerable.Range(0, (SweepParser.MaxBytes - opening.Length - closing.Length) / (separator.Length + 6));
        var text = opening + string.Join(separator, numbers) + closing;

        var parsing = Task.Run(() => SweepText.Faults(text), TestContext.Current.CancellationToken);

        Assert.NotEmpty(await parsing.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Refuses_endless_nesting(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 100_000));

        Assert.NotEmpty(SweepText.Faults(text));
    }

    private static IEnumerable<string> Labels(string strategies)
    {
        var list = string.Join('\n', strategies.Split('\n').Select(line => $"  {line}"));
        return SweepText.Parse(SweepText.Short.Replace("strategies: [bestOfN: { n: 4 }]", $"strategies:\n{list}", StringComparison.Ordinal))
            .Strategies.Select(strategy => strategy.Label);
    }
}
