namespace Reckon.Grading.Grades;

/// <summary>What came of comparing an answer with the reference.</summary>
/// <param name="IsCorrect">Whether they are equal; true only for <see cref="GradeStatus.Graded"/>.</param>
/// <param name="Status">How the verdict came about.</param>
public readonly record struct Grade(bool IsCorrect, GradeStatus Status);
