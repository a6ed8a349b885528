using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Trees;
using Reckon.Grading.Formats;
using Reckon.Search.Randomness;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Trees;

/// <summary>Trees of real searches over a simulated model, which answers "answer 0" to "answer 3".</summary>
internal static class SomeTrees
{
    public static AnswerFormat Format { get; } = new(Grading.Extraction.AnswerExtractors.LastNumber, AnswerKind.WholeNumber);

    public static SweepSpec Sweep { get; } =
        Some.Sweep with { Strategies = [Some.BestOfN(8), Some.Beam(8, 2), Some.BestOfN(2)], Seeds = [7] };

    /// <summary>The same for strategies whose answers form chains.</summary>
    public static SweepSpec OfChains { get; } = Some.Sweep with
    {
        Strategies = [new(Revisions.Definition, 8, ("chains", 2)), new(Revise.Definition, 9, ("chains", 3)), new(Revise.Definition, 6, ("place", "gain"))],
        Seeds = [7],
    };

    /// <summary>The trials of one problem, in the sweep's order, each with what grading made of it.</summary>
    public static async Task<(ProblemTrees Trees, List<(SearchResult Search, GradedTrial Graded)> Trials)> GrowAsync(
        double truncation = 0.1, SweepSpec? sweep = null)
    {
        var problem = Testing.Some.Problem();
        var grader = new TrialGrader(problem, Format, sweep ?? Sweep);
        var builder = new ProblemTreesBuilder(problem);
        List<(SearchResult, GradedTrial)> trials = [];
        foreach (var trial in (sweep ?? Sweep).Trials())
        {
            var strategy = trial.Strategy.Build(Sweep.Aggregation, RandomKey.Root(trial.Seed, problem.Id), grader);
            var result = await new SimulatedSearch { TruncationChance = truncation }.RunAsync(strategy, seed: trial.Seed);
            var graded = grader.Grade(trial, FinishedSearch.Of(result, strategy));
            builder.Add(result, strategy, graded);
            trials.Add((result, graded));
        }

        return (builder.Build(), trials);
    }

    /// <summary>A spec's label.</summary>
    public static string Label(StrategySpec strategy) => strategy.Label;
}
