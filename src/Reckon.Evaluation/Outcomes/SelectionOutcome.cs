using Reckon.Grading.Grades;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Outcomes;

/// <summary>The answer that one rule chose in one trial, graded.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Answer">The chosen answer, as its solution writes it; null when no solution gave one.</param>
/// <param name="Correct">Whether it equals the reference.</param>
/// <param name="Status">Why it counts as correct or not.</param>
/// <param name="Score">Aggregated score of the chosen solution, in [0, 1]; null when there is no answer.</param>
public sealed record SelectionOutcome(SelectionRule Rule, string? Answer, bool Correct, GradeStatus Status, double? Score);
