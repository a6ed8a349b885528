using Reckon.Grading.Grades;

namespace Reckon.Evaluation.Trees;

/// <summary>An answer that some solution gives, graded.</summary>
/// <param name="Text">As the solution writes it.</param>
/// <param name="IsCorrect">Whether it equals the reference.</param>
/// <param name="Status">Why.</param>
public sealed record TreeAnswer(string Text, bool IsCorrect, GradeStatus Status);
