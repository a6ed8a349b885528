using System.Collections.Immutable;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Tests;

/// <summary>Values that do not matter to the test that uses them.</summary>
internal static class Some
{
    public static SweepSpec Sweep { get; } = new(
        "demo",
        new DatasetSource("/data/test.jsonl", 200),
        new ModelPaths("/models/proposer", "/models/verifier"),
        [0],
        new Sampling(0.8, 64, 200),
        [BestOfN(4), Beam(4, 2)],
        [SelectionRule.Majority, SelectionRule.Best, SelectionRule.Weighted],
        Aggregation.Last,
        new Budget(64, 20_000));

    public static SweepContents Contents { get; } = new("d0", AnswerFormat.Default, RowFormat.Default, "p0", "v0");

    public static SummaryHeader Header { get; } = new(
        "5bec",
        "0.1.0",
        new GraderFacts(4, "0.1.1"),
        new DatasetFacts("abacus", "d0", 3),
        new ModelPairFacts(new ModelFacts("writer", "1", "p0", 1_000_000), new ModelFacts("judge", "2", "v0", 500_000)));

    public static StrategySpec BestOfN(int n) => new(Search.Strategies.BestOfN.Definition, n);

    public static StrategySpec Beam(int n, int width, int maxRounds = BeamSearch.DefaultMaxRounds) =>
        new(BeamSearch.Definition, n, ("width", width), ("maxRounds", maxRounds));

    public static Problem Problem(string id = "p1", string reference = "42", int level = 1) =>
        new(id, "What is it?", reference, "sums", level);

    public static Step Step(string text) => new(text, [1, 2], -0.5);

    /// <summary>A tree of whole answers in one round; each is its steps and their scores.</summary>
    public static SearchTree Tree(params (string[] Steps, double[] Scores, Ending Ending)[] answers) => SearchTree.Empty.Add(
        [new Expansion(SearchTree.Root, answers.Length, Extent.Answer)],
        [[.. answers.Select(answer => new Branch(
            new Proposal([.. answer.Steps.Select(Step)], answer.Ending),
            answer.Ending == Ending.Truncated ? null : new Verdict([.. answer.Scores], [.. answer.Scores.Select(_ => 2)])))]]);

    public static TrialOutcome Outcome(
        string problem = "p1", int level = 1, StrategySpec? strategy = null, long seed = 0, bool correct = true,
        GradeStatus status = GradeStatus.Graded, Cost? cost = null)
    {
        var spec = strategy ?? Sweep.Strategies[0];
        ImmutableArray<SelectionOutcome> selections =
            [.. Sweep.Selections.Select(rule =>
                new SelectionOutcome(rule, status == GradeStatus.NoAnswer ? null : "42", correct, status, 0.5))];
        return new TrialOutcome(
            problem, "sums", level, spec.Label, spec.Name, spec.Values, seed, SearchEnd.Completed, 1, 4, 0, selections,
            cost ?? new Cost(4, 10, 100, 110));
    }
}
