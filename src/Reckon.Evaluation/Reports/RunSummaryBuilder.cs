using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Text;
using Reckon.Grading.Grades;
using Reckon.Search.Running;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Reports;

/// <summary>Makes a run's summary from its outcomes.</summary>
internal static class RunSummaryBuilder
{
    public static RunSummary Build(StrategySpec strategy, SelectionRule rule, ImmutableArray<TrialOutcome> outcomes, ModelPairFacts models)
    {
        var trials = outcomes.Select(outcome => (Outcome: outcome, Chosen: Chosen(outcome, rule))).ToImmutableArray();
        var problems = trials
            .GroupBy(trial => trial.Outcome.ProblemId)
            .OrderBy(problem => problem.Key, StringComparer.Ordinal)
            .Select(problem => new ProblemTrials(problem.Count(trial => trial.Chosen.Correct), problem.Count()))
            .ToImmutableArray();
        var interval = ClusteredBootstrap.Interval(problems);
        return new RunSummary(
            strategy.Label,
            strategy.Name,
            strategy.Values,
            rule,
            trials.Length,
            Share(trials.Count(trial => trial.Chosen.Correct), trials.Length),
            interval.Low,
            interval.High,
            trials
                .GroupBy(trial => trial.Outcome.Level)
                .ToImmutableSortedDictionary(
                    level => level.Key,
                    level => new LevelAccuracy(Share(level.Count(trial => trial.Chosen.Correct), level.Count()), level.Count())),
            Count(GradeStatus.NoAnswer),
            Count(GradeStatus.Unparsable),
            Count(GradeStatus.Undecided),
            Ended(SearchEnd.BudgetExhausted),
            Mean(outcomes, models))
        {
            Narrowed = Ended(SearchEnd.Narrowed),
            TimeExhausted = Ended(SearchEnd.TimeExhausted),
        };

        int Ended(SearchEnd end) => outcomes.Count(outcome => outcome.End == end);

        int Count(GradeStatus status) => trials.Count(trial => trial.Chosen.Status == status);
    }

    private static SelectionOutcome Chosen(TrialOutcome outcome, SelectionRule rule) =>
        outcome.Selections.FirstOrDefault(selection => selection.Rule == rule)
        ?? throw new ArgumentException($"The outcome of problem {Quoted.Of(outcome.ProblemId)} has no selection {CamelCase.Of(rule)}.",
            nameof(outcome));

    private static MeanCost Mean(ImmutableArray<TrialOutcome> outcomes, ModelPairFacts models)
    {
        var total = TotalCost.Of(outcomes, models.Sizes);
        double trials = outcomes.Length;
        var proposerTokens = total.PromptTokens + total.GeneratedTokens;
        return new MeanCost(
            outcomes.Sum(outcome => (long)outcome.Cost.Generations) / trials,
            proposerTokens / trials,
            total.VerifierTokens / trials,
            total.Flops / trials,
            total.ProposerFlops / trials,
            total.PromptTokens / trials,
            total.GeneratedTokens / trials,
            models.CacheBytes(proposerTokens, total.VerifierTokens) / trials);
    }

    private static double Share(int part, int whole) => (double)part / whole;
}
