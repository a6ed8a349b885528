using Reckon.Evaluation.Outcomes;
using Reckon.Grading.Grades;
using Reckon.Search.Costs;
using Reckon.Search.Running;

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

    /// <summary>The same, but the budget ended every trial of the beam on two problems.</summary>
    public static TrialOutcome[] Exhausted() =>
        [.. Mixed()
            .Select(outcome => outcome is { Strategy: "beam", Level: > 0 } ? outcome with { End = SearchEnd.BudgetExhausted } : outcome)];
}
