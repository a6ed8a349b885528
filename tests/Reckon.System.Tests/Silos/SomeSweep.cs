using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Problems;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.System.Tests.Silos;

/// <summary>Sweeps over made-up problems for simulated models.</summary>
internal static class SomeSweep
{
    /// <summary>A sweep of best-of-N and beam search; small enough for a second, large enough to be caught in the middle.</summary>
    public static SweepSpec Spec(Budget? budget = null) => new(
        "some",
        new DatasetSource("problems.jsonl"),
        new ModelPaths("proposer", "verifier"),
        [0],
        new Sampling(0.8, 64, 512),
        [new StrategySpec(BestOfN.Definition, 1), new StrategySpec(BestOfN.Definition, 8),
            new StrategySpec(BeamSearch.Definition, 8, ("width", 4))],
        [SelectionRule.Majority, SelectionRule.Best, SelectionRule.Weighted],
        Aggregation.Last,
        budget ?? Budget.Unlimited);

    /// <summary>What its models can cost.</summary>
    public static SearchPrice Price { get; } = new(
        new ProposerPrice(64, Parameters: 1_000) { PromptRate = 1e-6, GeneratedRate = 4e-6 }, new VerifierPrice(64, Parameters: 3_000) { Rate = 5e-7 });

    /// <summary>The sweep over <paramref name="problems"/> problems, as it is sent to a coordinator.</summary>
    public static SweepSubmission Submission(int problems, SweepSpec? spec = null) => new(
        new SweepTerms(
            $"{spec ?? Spec()}".GetHashCode(StringComparison.Ordinal).ToString("x"),
            SweepDocument.Write(spec ?? Spec()),
            SimulatedDevice.ProposerPool,
            SimulatedDevice.VerifierPool,
            AnswerDocument.Write(AnswerFormat.Default),
            Price),
        [.. Enumerable.Range(0, problems).Select(Problem)]);

    private static Problem Problem(int i) => new($"problem-{i}", $"Question {i}?", $"{17 * i}", "made up", 1 + (i % 5));
}
