using System.Globalization;
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

public sealed class NodeKeyTests
{
    private static readonly Problem _problem = new("p1", "What is it?", "42", "sums", 1);
    private static readonly Sampling _sampling = new(0.8, 64, 200);

    [Fact]
    public void Two_ways_to_draw_share_no_node()
    {
        Sampling[] ways =
        [
            _sampling, _sampling with { Temperature = 0.7 }, _sampling with { MaxStepTokens = 65 },
            _sampling with { MaxAnswerTokens = 201 },
            _sampling with { TopK = 5 }, _sampling with { TopP = 0.5 }, _sampling with { MinP = 0.5 },
            _sampling with { RepetitionPenalty = 0.5 },
            _sampling with { PresencePenalty = 0.5 }, _sampling with { FrequencyPenalty = 0.5 },
            _sampling with { Stop = ["a", "b"] }, _sampling with { Stop = ["a,b"] }, _sampling with { Stop = ["a\",\"b"] },
            _sampling with { StepDelimiter = "a" }, _sampling with { Preface = new Preface { System = "a" } },
            _sampling with { Preface = new Preface { Examples = [new WorkedExample("a", "b")] } },
            _sampling with { Preface = new Preface { Examples = [new WorkedExample("a", "c")] } },
        ];

        Assert.Equal(ways.Length, ways.Select(NodeKey).Distinct().Count());
    }

    [Theory]
    [InlineData("de-DE")] // Writes 0,8.
    [InlineData("sv-SE")] // Has a minus sign of its own.
    public void A_node_has_the_same_key_in_every_culture(string culture)
    {
        var (expected, before) = (NodeKey(_sampling), CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, NodeKey(_sampling));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_parents_key_is_that_of_the_path_without_its_last_child()
    {
        var plan = Plan(_sampling);

        Assert.Equal(plan.NodeKey(new Prefix(_problem, 7, [3, 10], [])), plan.ParentKey(new Prefix(_problem, 7, [3, 10, 2], [])));
        Assert.Null(plan.ParentKey(new Prefix(_problem, 7, [], [])));
    }

    [Fact]
    public void Whoever_judges_the_node_is_the_same()
    {
        var root = new Prefix(_problem, 7, [], []);

        Assert.Equal(Plan(_sampling).NodeKey(root), Plan(_sampling, verifier: "another").NodeKey(root));
        Assert.Equal(Plan(_sampling).NodeKey(root), Plan(_sampling, verifier: null).NodeKey(root));
    }

    private static string NodeKey(Sampling sampling) => Plan(sampling).NodeKey(new Prefix(_problem, -1, [], []));

    private static TrialPlan Plan(Sampling sampling, string? verifier = "v")
    {
        var spec = new SweepSpec(
            "demo", new DatasetSource("d"), new ModelPaths("p", "v"), [0], sampling,
            [new StrategySpec(BestOfN.Definition, 4)], [SelectionRule.Majority],
            Aggregation.Last, Budget.Unlimited);
        var terms = new SweepTerms(
            "hash", SweepDocument.Write(spec), "p", verifier, AnswerDocument.Write(AnswerFormat.Default), SearchPrice.Default);
        return new TrialPlan(new ProblemAssignment("s", _problem, terms), new SweepPlan(terms, StrategyRegistry.BuiltIn));
    }
}
