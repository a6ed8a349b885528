using Reckon.Contracts.Problems;
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

namespace Reckon.Coordinator.Tests.Problems;

public sealed class TrialPlanTests
{
    [Fact]
    public void Says_whose_work_its_searches_are_and_how_large_their_share_is()
    {
        var spec = new SweepSpec(
            "some", new DatasetSource("problems.jsonl"), new ModelPaths("proposer", "verifier"), [0], new Sampling(0.8, 64, 512),
            [new StrategySpec(BestOfN.Definition, 4)], [SelectionRule.Majority], Aggregation.Last, Budget.Unlimited);
        var problem = new Problem("p", "Question?", "1", "made up", 1);
        var terms = new SweepTerms(
            "hash", SweepDocument.Write(spec), "proposer", "verifier", AnswerDocument.Write(AnswerFormat.Default), SearchPrice.Default);

        var task = new TrialPlan(new ProblemAssignment("sweep-7", problem, terms) { Priority = 3 }, new SweepPlan(terms, StrategyRegistry.BuiltIn))
            .TaskOf(0);

        Assert.Equal(("sweep-7", 4), (task.Owner, task.Priority)); // A sweep of priority 0 has one share.
    }
}
