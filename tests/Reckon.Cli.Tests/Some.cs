using Reckon.Cli.Progress;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Grades;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Cli.Tests;

/// <summary>Values that do not matter to the test that uses them.</summary>
internal static class Some
{
    public static SweepSpec Sweep { get; } = new(
        "demo", new DatasetSource("/data/test.jsonl"), new ModelPaths("/models/writer", "/models/judge"), [0], new Sampling(0.8, 64, 200),
        [new StrategySpec(BestOfN.Definition, 4)], [SelectionRule.Majority, SelectionRule.Best], Aggregation.Last, Budget.Unlimited);

    public static TrialOutcome Outcome { get; } = new(
        "p1", "sums", 1, "best-of-n n=4", "best-of-n", BestOfN.Definition.Bind([new("n", 4)]), 0, SearchEnd.Completed, 1, 4, 0,
        [
            new SelectionOutcome(SelectionRule.Majority, "42", true, GradeStatus.Graded, 0.5),
            new SelectionOutcome(SelectionRule.Best, "42", true, GradeStatus.Graded, 0.5),
        ],
        new Cost(4, 10, 100, 110));

    public static SweepSummary Summary { get; } = SummaryBuilder.Build(
        Sweep,
        new SummaryHeader(
            "5bec", "0.1.0", new GraderFacts(4, "0.1.0"), new DatasetFacts("abacus", "d0", 1),
            new ModelPairFacts(new ModelFacts("writer", "1", "p0", 10), new ModelFacts("judge", "1", "v0", 10))),
        [Outcome]);

    public static SweepProgress Progress(
        int done = 5, int total = 100, long tokens = 0, double seconds = 0, int workers = 2, int waiting = 0, SweepWork? work = null) => new(
        done, total, [new SelectionProgress("majority", done / 2), new SelectionProgress("best", done)], tokens,
        TimeSpan.FromSeconds(seconds), workers, waiting, work ?? new SweepWork(done, 0, total));
}
