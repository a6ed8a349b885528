using System.Globalization;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Simulation;
using Reckon.Worker;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>Sweeps of one answer a trial for simulated models that take no time.</summary>
internal static class SimulatedSweep
{
    private static readonly SimulatedLanguage _language = new();
    private static readonly EngineOptions _options = new() { MaxRows = 64, MaxQueuedChildren = 1_024 };

    private static readonly (string Proposer, string Verifier) _pools = Pools();

    /// <summary>A device with both models.</summary>
    public static DeviceEngines Device() => new(
        [SimulatedEngines.OpenProposer(_language, _options, DevicePace.Instant)],
        [SimulatedEngines.OpenVerifier(_language, _options, DevicePace.Instant)]);

    /// <summary>A sweep over so many problems, each with so many trials.</summary>
    /// <param name="problems">Problems.</param>
    /// <param name="trials">Trials of each.</param>
    /// <param name="first">The number of the first problem: sweeps without a common number share no problem.</param>
    public static SweepSubmission Of(int problems, int trials, int first = 0)
    {
        var spec = new SweepSpec(
            "many", new DatasetSource("problems.jsonl"), new ModelPaths("proposer", "verifier"),
            [.. Enumerable.Range(0, trials).Select(seed => (long)seed)], new Sampling(0.8, 64, 512),
            [new StrategySpec(BestOfN.Definition, 1)],
            [SelectionRule.Majority, SelectionRule.Best, SelectionRule.Weighted], Aggregation.Last, Budget.Unlimited);
        var terms = new SweepTerms(
            string.Create(CultureInfo.InvariantCulture, $"{first}-{problems}-{trials}"), SweepDocument.Write(spec),
            _pools.Proposer, _pools.Verifier, AnswerDocument.Write(AnswerFormat.Default),
            new SearchPrice(new ProposerPrice(64, Parameters: 1_000), new VerifierPrice(64, Parameters: 3_000)));
        return new SweepSubmission(terms, [.. Enumerable.Range(first, problems).Select(Problem)]);
    }

    private static (string, string) Pools()
    {
        var (proposer, verifier) = (
            SimulatedEngines.OpenProposer(_language, _options, DevicePace.Instant),
            SimulatedEngines.OpenVerifier(_language, _options, DevicePace.Instant));
        var pools = (DeviceEngines.PoolOf(proposer.Card), DeviceEngines.PoolOf(verifier.Card));
        Task.WhenAll(proposer.DisposeAsync().AsTask(), verifier.DisposeAsync().AsTask()).GetAwaiter().GetResult();
        return pools;
    }

    private static Problem Problem(int i) => new(
        $"problem-{i}",
        $"A shop sells {i % 97} boxes in the morning and {i % 31} more in the afternoon, each with {2 + (i % 5)} pens in it. "
        + $"How many pens has shop {i} sold by the evening?",
        $"{17 * i}", "made up", 1 + (i % 5));
}
