using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Inference.Simulated;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Worker;

namespace Reckon.Benchmarks.Scale;

/// <summary>Beam search with N = 64 and width 4, or best-of-64, over more problems than the measurement finishes.</summary>
internal static class ScaleSweep
{
    public const int Children = 4; // Of an expansion of a beam search.
    public const int N = 64;

    public static SweepSubmission Of(int problems, bool isBeam)
    {
        var spec = new SweepSpec(
            "scale",
            new DatasetSource("problems.jsonl"),
            new ModelPaths("proposer", "verifier"),
            [0],
            new Sampling(0.8, 64, 512),
            [isBeam ? new StrategySpec(BeamSearch.Definition, N, ("width", Children)) : new StrategySpec(BestOfN.Definition, N)],
            [SelectionRule.Weighted],
            Aggregation.Last,
            Budget.Unlimited);
        var price = new SearchPrice(new ProposerPrice(512, Parameters: 7_000_000_000), new VerifierPrice(512, Parameters: 7_000_000_000));
        var terms = new SweepTerms(
            isBeam ? "scale" : "scale-whole", SweepDocument.Write(spec), DeviceEngines.PoolOf(SimulatedCards.Proposer(Fleet.Rates)),
            DeviceEngines.PoolOf(SimulatedCards.Verifier(Fleet.Rates)), AnswerDocument.Write(AnswerFormat.Default), price)
        {
            KeepsTrees = false,
        };
        return new SweepSubmission(terms, [.. Enumerable.Range(0, problems).Select(i => new Problem($"p{i}", $"{Question} {i}?", $"{i % 7}", "", 1))]);
    }

    private const string Question =
        "A question of usual length, which tells of a few people, what each of them has, what they give to one another in turn, and then asks how much is left after day";
}
