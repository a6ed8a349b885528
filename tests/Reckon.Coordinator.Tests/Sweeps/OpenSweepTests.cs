using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Admission;
using Reckon.Coordinator.Problems;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Coordinator.Tests.Sweeps;

[Collection(AloneInProcess.Name)]
public sealed class OpenSweepTests
{
    [Theory, InlineData("hash", 2, true), InlineData("other", 2, false), InlineData("hash", 1, false)]
    public void Only_reports_of_its_own_spec_and_epoch_count(string hash, int epoch, bool counts)
    {
        var sweep = Open(problems: 1, trials: 1);

        var isLast = sweep.Record(Report(0, trials: 1) with { SpecHash = hash, Epoch = epoch });

        Assert.Equal((counts, counts ? 1 : 0), (isLast, sweep.Status(SweepPhase.Running).TrialsDone));
    }

    [Theory, InlineData(1_000, 100, 20), InlineData(20_000, 1, 200)]
    public void What_it_keeps_of_a_trial_is_small(int problems, int trials, int mostBytes)
    {
        Fill(problems: 10, trials); // What is made once in a process is none of it.
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var sweep = Fill(problems, trials);

        Assert.True(sweep.IsFinished);
        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / (problems * trials), 0, mostBytes);
        GC.KeepAlive(sweep);
    }

    private static OpenSweep Fill(int problems, int trials)
    {
        var sweep = Open(problems, trials);
        for (var place = 0; place < problems; place++)
        {
            sweep.Admit(new AdmissionTerms(32, 3, 1), default);
            for (var trial = 0; trial < trials; trial++)
            {
                var key = new TrialKey(Name(place), trial);
                Assert.True(sweep.Budgets.TryReserve(key, new Cost(1, 10, 10, 10)));
                sweep.Budgets.Settle(key, new Cost(1, 5, 5, 5));
            }

            sweep.Record(Report(place, trials));
        }

        return sweep;
    }

    private static string Name(int place) => $"problem {place}";

    private static ProblemReport Report(int place, int trials) =>
        new(Name(place), [.. Enumerable.Range(0, trials).Select(trial => new FinishedTrial(trial, 15, 1e9, 1))], [], IsComplete: true)
        {
            SpecHash = "hash",
            Epoch = 2,
        };

    private static OpenSweep Open(int problems, int trials)
    {
        var spec = new SweepSpec(
            "some", new DatasetSource("problems.jsonl"), new ModelPaths("proposer", "verifier"), [.. Enumerable.Range(0, trials).Select(seed => (long)seed)],
            Some.Sampling(), [new StrategySpec(BestOfN.Definition, 1)], [SelectionRule.Majority], Aggregation.Last, new Budget(Tokens: 1_000));
        var terms = new SweepTerms("hash", SweepDocument.Write(spec), "p", "v", AnswerDocument.Write(AnswerFormat.Default), SearchPrice.Default);
        return new OpenSweep(
            new SweepPlan(terms, StrategyRegistry.BuiltIn), [.. Enumerable.Range(0, problems).Select(Name)],
            new SweepState { Epoch = 2 }, TimeProvider.System);
    }
}
