using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Search;
using Reckon.Search.Controls;
using Reckon.Search.Costs;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class SweepHashTests
{
    public static TheoryData<string, SweepSpec> ChangesOfMeaning => new()
    {
        { "limit", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Limit = null } } },
        { "seeds", Some.Sweep with { Seeds = [1] } },
        { "temperature", Some.Sweep with { Sampling = Some.Sweep.Sampling with { Temperature = 0.80000001 } } },
        { "step", Some.Sweep with { Sampling = Some.Sweep.Sampling with { MaxStepTokens = 65 } } },
        { "answer", Some.Sweep with { Sampling = Some.Sweep.Sampling with { MaxAnswerTokens = 201 } } },
        { "top-k", Drawn(sampling => sampling with { TopK = 5 }) },
        { "top-p", Drawn(sampling => sampling with { TopP = 0.9 }) },
        { "min-p", Drawn(sampling => sampling with { MinP = 0.1 }) },
        { "repetition", Drawn(sampling => sampling with { RepetitionPenalty = 1.1 }) },
        { "presence", Drawn(sampling => sampling with { PresencePenalty = 0.5 }) },
        { "frequency", Drawn(sampling => sampling with { FrequencyPenalty = 0.5 }) },
        { "stepDelimiter", Drawn(sampling => sampling with { StepDelimiter = "## Step" }) },
        { "system", Drawn(sampling => sampling with { Preface = new Preface { System = "Think." } }) },
        { "example", Drawn(sampling => sampling with { Preface = new Preface { Examples = [new WorkedExample("1+1?", "2")] } }) },
        { "other example", Drawn(sampling => sampling with { Preface = new Preface { Examples = [new WorkedExample("1+1?", "3")] } }) },
        { "stop", Drawn(sampling => sampling with { Stop = ["Problem:"] }) },
        { "strategy", Some.Sweep with { Strategies = [Some.BestOfN(4), Some.Beam(4, 2, 41)] } },
        { "width", Some.Sweep with { Strategies = [Some.BestOfN(4), new StrategySpec(BeamSearch.Definition, 4, ("width", "sqrt"))] } },
        { "subtrees", Some.Sweep with { Strategies = [new StrategySpec(Rebase.Definition, 4, ("subtrees", 2))] } },
        { "order", Some.Sweep with { Strategies = [Some.Beam(4, 2), Some.BestOfN(4)] } },
        { "selections", Some.Sweep with { Selections = [SelectionRule.Best] } },
        { "aggregation", Some.Sweep with { Aggregation = Aggregation.Min } },
        { "aggregations", Some.Sweep with { OtherAggregations = [Aggregation.Min] } },
        { "order of aggregations", Some.Sweep with { Aggregation = Aggregation.Min, OtherAggregations = [Aggregation.Last] } },
        { "ties", Some.Sweep with { Ties = TieRule.Mean } },
        { "random", Some.Sweep with { Control = new VerifierControl(ControlKind.Random) } },
        { "oracle", Some.Sweep with { Control = new VerifierControl(ControlKind.Oracle) } },
        { "flip", Some.Sweep with { Control = new VerifierControl(ControlKind.Flip, 0.2) } },
        { "share", Some.Sweep with { Control = new VerifierControl(ControlKind.Flip, 0.25) } },
        { "budget", Some.Sweep with { Budget = Budget.Unlimited } },
        { "flops", Some.Sweep with { Budget = Some.Sweep.Budget with { Flops = 1e9 } } },
        { "sweep", Some.Sweep with { SweepBudget = new SweepBudget(Trials: 100) } },
        { "bill", Some.Sweep with { SweepBudget = new SweepBudget(Trials: 100, Bill: 2.5) } },
        { "seconds", Some.Sweep with { Budget = Some.Sweep.Budget with { Seconds = 2 } } },
        { "overlong", Some.Sweep with { OnOverlong = OverlongPolicy.Skip } },
        { "exclude", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Exclude = ["p1"] } } },
        { "ids", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Ids = ["p1"] } } },
        { "subjects", Taken(new ProblemFilter { Subjects = ["sums"] }) },
        { "other subjects", Taken(new ProblemFilter { Subjects = ["sums", "words"] }) },
        { "levels", Taken(new ProblemFilter { Levels = [1] }) },
        { "subjects and levels", Taken(new ProblemFilter { Subjects = ["sums"], Levels = [1] }) },
        { "sample", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Sample = new ProblemSample(20, 0) } } },
        { "larger sample", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Sample = new ProblemSample(21, 0) } } },
        { "other sample", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Sample = new ProblemSample(20, 1) } } },
    };

    [Fact]
    public void Is_written_once_for_all() => Golden.Match(SweepHash.Canonical(Some.Sweep, Some.Contents) + "\n");

    [Fact]
    public void Every_change_of_meaning_is_written_in_its_way() => Golden.Match(
        string.Concat(ChangesOfMeaning.Select(row => $"{row.Data.Item1}: {SweepHash.Canonical(row.Data.Item2, Some.Contents)}\n")));

    [Fact]
    public void Is_the_same_however_a_sweep_is_spelled()
    {
        const string other = """
            # The same sweep, by another hand.
            aggregation: "min"
            selections:
            - majority
            - weighted
            strategies:
              - bestOfN:
                  n:
                    - 1
                    - 4
                    - 16
                    - 64
              - beam: { width: 1, n: 1, maxRounds: 40 }
              - {beam: {maxRounds: 20, n: [4, 16], width: 4}}
            budget: {tokens: 20000, generations: +64}
            sampling: { maxAnswerTokens: 100, temperature: 7e-1, maxStepTokens: 32 }
            seeds: [0, 7]
            models: { verifier: '../models/judge', proposer: ../models/writer }
            dataset: { limit: 200, path: ../datasets/test.jsonl }
            kind: Sweep
            name: another
            apiVersion: reckon/v1
            """;

        Assert.Equal(Hash(SweepText.Parse(SweepText.Full)), Hash(SweepText.Parse(other)));
    }

    [Fact]
    public void Does_not_depend_on_where_files_lie() => Assert.Equal(
        Hash(Some.Sweep),
        Hash(Some.Sweep with { Dataset = new DatasetSource("/elsewhere", 200), Models = new ModelPaths("/a", "/b") }));

    [Fact]
    public void Holds_what_a_descriptor_says_and_not_what_it_is_called() => Golden.Match(
        SweepHash.Canonical(
            Some.Sweep with { Dataset = Some.Sweep.Dataset with { Descriptor = "gsm8k" } },
            Some.Contents with
            {
                Answers = new AnswerFormat(new ExtractionRules(["####", "boxed"]), AnswerKind.WholeNumber),
                Rows = new RowFormat(new DatasetFields(Id: null, Problem: "question"), "####").For("gsm8k_test.jsonl"),
            }) + "\n");

    [Theory]
    [MemberData(nameof(ChangesOfMeaning))]
    public void Differs_when_the_meaning_does(string change, SweepSpec other) =>
        Assert.True(Hash(Some.Sweep) != Hash(other), change);

    [Fact]
    public void Differs_when_the_contents_do()
    {
        var contents = Some.Contents;
        SweepContents[] others =
        [
            contents with { DatasetSha256 = "d1" },
            contents with { ProposerFingerprint = "p1" },
            contents with { VerifierFingerprint = "v1" },
            contents with { Answers = contents.Answers with { Kind = AnswerKind.Text } },
            contents with { Answers = contents.Answers with { Policy = AnswerPolicy.Default with { ListsAreOrdered = true } } },
            contents with { Answers = contents.Answers with { Policy = AnswerPolicy.Default with { UnitMayBeMissing = false } } },
            contents with { Answers = contents.Answers with { Policy = AnswerPolicy.Default with { RoundedFromDigits = 4 } } },
            contents with { Answers = contents.Answers with { Extraction = "boxed" } },
            contents with { Answers = contents.Answers with { Extraction = new ExtractionRules(["####", "boxed"]) } },
            contents with { Answers = contents.Answers with { Extraction = new ExtractionRules(["boxed", "####"]) } },
            contents with { Rows = contents.Rows with { Reference = "####" } },
            contents with { Rows = contents.Rows with { IdPrefix = "test" } },
            contents with { Rows = new RowFormat(new DatasetFields(Id: null)) },
            contents with { Rows = new RowFormat(new DatasetFields(Problem: "question")) },
            contents with { Rows = new RowFormat(new DatasetFields(Answer: "question")) },
            contents with { Rows = new RowFormat(new DatasetFields(Subject: null)) },
            contents with { Rows = new RowFormat(new DatasetFields(Level: "difficulty")) },
        ];

        Assert.Equal(others.Length + 1, others.Append(contents).Select(other => SweepHash.Of(Some.Sweep, other)).Distinct().Count());
    }

    [Fact]
    public void Has_the_version_of_grading_where_an_oracle_scores_by_grades_and_nowhere_else()
    {
        var version = $"\"gradingVersion\":{GradingVersion.Current},";

        Assert.Contains(version, Canonical(new VerifierControl(ControlKind.Oracle)), StringComparison.Ordinal);
        Assert.DoesNotContain("gradingVersion", Canonical(new VerifierControl(ControlKind.Random)), StringComparison.Ordinal);
        Assert.Contains("\"control\":{\"flip\":0.2}", Canonical(new VerifierControl(ControlKind.Flip, 0.2)), StringComparison.Ordinal);

        static string Canonical(VerifierControl control) => SweepHash.Canonical(Some.Sweep with { Control = control }, Some.Contents);
    }

    [Fact]
    public void Holds_the_version_of_grading_where_a_strategy_looks_at_answers()
    {
        var early = Some.Sweep with { Strategies = [Some.BestOfN(4), new StrategySpec(EarlyStopping.Definition, 4)] };

        Assert.Contains($"\"gradingVersion\":{GradingVersion.Current},", SweepHash.Canonical(early, Some.Contents), StringComparison.Ordinal);
        Assert.DoesNotContain("gradingVersion", SweepHash.Canonical(Some.Sweep, Some.Contents), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_the_same_as_before_a_parameter_that_has_its_default_was_there() => Assert.Contains(
        """ "strategies":[{"rebase":{"maxRounds":40,"n":4,"temperature":0.2}}] """.Trim(),
        SweepHash.Canonical(Some.Sweep with { Strategies = [new StrategySpec(Rebase.Definition, 4, ("subtrees", 1))] }, Some.Contents),
        StringComparison.Ordinal);

    [Fact]
    public void Is_the_same_whether_rounds_are_asynchronous_or_not() => Assert.Equal(
        Hash(Some.Sweep with { Strategies = [Some.Beam(4, 2)] }),
        Hash(Some.Sweep with { Strategies = [Some.Beam(4, 2) with { IsAsynchronous = true }] }));

    [Fact]
    public void Is_the_same_for_stops_in_any_order() => Assert.Equal(
        Hash(Drawn(sampling => sampling with { Stop = ["a", "b"] })), Hash(Drawn(sampling => sampling with { Stop = ["b", "a"] })));

    [Fact]
    public void Is_the_same_for_problems_left_out_in_any_order() => Assert.Equal(
        Hash(Some.Sweep with { Dataset = Some.Sweep.Dataset with { Exclude = ["a", "b"] } }),
        Hash(Some.Sweep with { Dataset = Some.Sweep.Dataset with { Exclude = ["b", "a"] } }));

    [Fact]
    public void Is_the_same_for_subjects_and_levels_in_any_order() => Assert.Equal(
        Hash(Taken(new ProblemFilter { Subjects = ["a", "b"], Levels = [1, 2] })),
        Hash(Taken(new ProblemFilter { Subjects = ["b", "a"], Levels = [2, 1] })));

    [Fact]
    public void Is_the_same_whatever_share_of_unknown_text_is_allowed() => Assert.Equal(Hash(Some.Sweep), Hash(Some.Sweep with { MaxUnknownText = 0.5 }));

    [Fact]
    public void Tells_every_change_of_meaning_from_every_other()
    {
        var hashes = ChangesOfMeaning.Select(row => Hash(row.Data.Item2)).ToList();

        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    private static SweepSpec Drawn(Func<Sampling, Sampling> change) => Some.Sweep with { Sampling = change(Some.Sweep.Sampling) };

    private static SweepSpec Taken(ProblemFilter where) => Some.Sweep with { Dataset = Some.Sweep.Dataset with { Where = where } };

    private static string Hash(SweepSpec spec) => SweepHash.Of(spec, Some.Contents);
}
