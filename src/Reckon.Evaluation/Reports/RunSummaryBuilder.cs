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
    public static RunSummary Build(StrategySpec strategy, Selector selector, ImmutableArray<TrialOutcome> outcomes, ModelPairFacts models)
    {
        // In one order, for shares of tied answers are no whole numbers, and their sums depend on it in the last bit.
        var trials = outcomes
            .Select(outcome => (Outcome: outcome, Chosen: Chosen(outcome, selector)))
            .OrderBy(trial => trial.Outcome.ProblemId, StringComparer.Ordinal)
            .ThenBy(trial => trial.Outcome.Seed)
            .ToImmutableArray();
        var problems = trials
            .GroupBy(trial => trial.Outcome.ProblemId)
            .Select(problem => new ProblemTrials(problem.Sum(trial => trial.Chosen.Credit), problem.Count()))
            .ToImmutableArray();
        var interval = ClusteredBootstrap.Interval(problems);
        return new RunSummary(
            strategy.Label,
            strategy.Name,
            strategy.Values,
            selector.Rule,
            trials.Length,
            trials.Average(trial => trial.Chosen.Credit),
            interval.Low,
            interval.High,
            trials
                .GroupBy(trial => trial.Outcome.Level)
                .ToImmutableSortedDictionary(
                    level => level.Key,
                    level => new LevelAccuracy(level.Average(trial => trial.Chosen.Credit), level.Count())),
            Count(GradeStatus.NoAnswer),
            Count(GradeStatus.Unparsable),
            Count(GradeStatus.Undecided),
            Ended(SearchEnd.BudgetExhausted),
            Mean(outcomes, models),
            selector.Aggregation)
        {
            Narrowed = Ended(SearchEnd.Narrowed),
            TimeExhausted = Ended(SearchEnd.TimeExhausted),
        };

        int Ended(SearchEnd end) => outcomes.Count(outcome => outcome.End == end);

        int Count(GradeStatus status) => trials.Count(trial => trial.Chosen.Status == status);
    }

    private static SelectionOutcome Chosen(TrialOutcome outcome, Selector selector) =>
        outcome.Selections.FirstOrDefault(selection => selection.Selector == selector)
        ?? throw new ArgumentException(
            $"The outcome of problem {Quoted.Of(outcome.ProblemId)} has no selection {SelectorName.Of(selector)}.", nameof(outcome));

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
}
