using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Strategies;
using Reckon.Grading.Grades;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Reports;

/// <summary>Outcomes of three problems, two seeds and two strategies.</summary>
internal static class SomeOutcomes
{
    public static TrialOutcome[] Mixed()
    {
        var beam = Some.Sweep.Strategies[1];
        return
        [
            Some.Outcome("p1", 1, seed: 0),
            Some.Outcome("p1", 1, seed: 1),
            Some.Outcome("p2", 2, seed: 0),
            Some.Outcome("p2", 2, seed: 1, correct: false),
            Some.Outcome("p3", 2, seed: 0, correct: false, status: GradeStatus.NoAnswer),
            Some.Outcome("p3", 2, seed: 1, correct: false, status: GradeStatus.Unparsable),
            Some.Outcome("p1", 1, beam, cost: new Cost(4, 10, 1234, 5678)),
            Some.Outcome("p2", 2, beam, cost: new Cost(3, 11, 999, 1001)),
            Some.Outcome("p3", 0, beam, correct: false, cost: new Cost(4, 12, 1, 2)),
        ];
    }

    /// <summary>A strategy of chains.</summary>
    public static StrategySpec Chained { get; } = new(Revisions.Definition, 4, ("chains", 2));

    /// <summary>
    /// Two problems, two chains each, of two answers. Of four first answers three are right, and of these two are turned wrong; the wrong
    /// one is turned right.
    /// </summary>
    public static TrialOutcome[] OfChains() =>
    [
        Some.Outcome("p1", strategy: Chained) with { Chains = [Chain(true, false), Chain(true, true)] },
        Some.Outcome("p2", strategy: Chained) with { Chains = [Chain(true, false), Chain(false, true)] },
    ];

    /// <summary>The same, but the budget ended every trial of the beam on two problems.</summary>
    public static TrialOutcome[] Exhausted() =>
        [.. Mixed()
            .Select(outcome => outcome is { Strategy: "beam", Level: > 0 } ? outcome with { End = SearchEnd.BudgetExhausted } : outcome)];

    private static ChainOutcome Chain(params ImmutableArray<bool> right) => new(right, [.. Enumerable.Range(-1, right.Length)]);
}
