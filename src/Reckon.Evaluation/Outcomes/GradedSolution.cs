using Reckon.Grading;
using Reckon.Grading.Grades;

namespace Reckon.Evaluation.Outcomes;

/// <summary>A solution with its answer, graded.</summary>
/// <param name="Answer">What was found in it.</param>
/// <param name="Group">The key that equal answers share; null where it has no answer, or may not vote.</param>
/// <param name="Score">Its steps' scores as one, in [0, 1].</param>
/// <param name="Grade">How its answer compares with the reference.</param>
public sealed record GradedSolution(ExtractedAnswer Answer, string? Group, double Score, Grade Grade);
