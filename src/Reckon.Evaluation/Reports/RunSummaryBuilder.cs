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
    /// <summary>The summary of a run, chosen among in one way.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="selector">The way.</param>
    /// <param name="outcomes">
    /// Its outcomes by problem, then by seed: shares of tied answers are no whole numbers, and their sums depend on the order in the last
    /// bit.
    /// Of each nothing is copied; there may be a million.
    /// </param>
    /// <param name="models">The models.</param>
    public static RunSummary Build(StrategySpec strategy, Selector selector, ImmutableArray<TrialOutcome> outcomes, ModelPairFacts models)
    {
        var interval = ClusteredInterval.Of([.. Problems(outcomes, selector)]);
        return new RunSummary(
            strategy.Label,
            strategy.Name,
            strategy.Values,
            selector.Rule,
            outcomes.Length,
            outcomes.Average(outcome => Chosen(outcome, selector).Credit),
            interval.Low,
            interval.High,
            Levels(outcomes, selector),
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

        int Count(GradeStatus status) => outcomes.Count(outcome => Chosen(outcome, selector).Status == status);
    }

    private static IEnumerable<ProblemTrials> Problems(ImmutableArray<TrialOutcome> outcomes, Selector selector)
    {
        for (var first = 0; first < outcomes.Length;)
        {
            var (next, credit) = (first, 0.0);
            for (; next < outcomes.Length && outcomes[next].ProblemId == outcomes[first].ProblemId; next++)
            {
                credit += Chosen(outcomes[next], selector).Credit;
            }

            yield return new ProblemTrials(credit, next - first);
            first = next;
        }
    }

    private static ImmutableSortedDictionary<int, LevelAccuracy> Levels(ImmutableArray<TrialOutcome> outcomes, Selector selector)
    {
        var levels = new Dictionary<int, (double Credit, int Count)>();
        foreach (var outcome in outcomes)
        {
            var (credit, count) = levels.GetValueOrDefault(outcome.Level);
            levels[outcome.Level] = (credit + Chosen(outcome, selector).Credit, count + 1);
        }

        return levels.ToImmutableSortedDictionary(
            level => level.Key, level => new LevelAccuracy(level.Value.Credit / level.Value.Count, level.Value.Count));
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
            models.CacheBytes(proposerTokens, total.VerifierTokens) / trials)
        {
            Money = total.Money / trials,
        };
    }
}
