using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>Compares whole numbers by value.</summary>
internal sealed class WholeNumberComparer : IAnswerComparer
{
    /// <inheritdoc/>
    public string Key(string answer) => IntegerText.Canonical(answer) ?? answer.Trim();

    /// <inheritdoc/>
    public Grade Compare(string reference, string answer) => IntegerText.Canonical(answer) is null
        ? new Grade(false, GradeStatus.Unparsable)
        : new Grade(Key(answer) == Key(reference), GradeStatus.Graded);

    /// <inheritdoc/>
    public string? Misses(string reference) => IntegerText.Canonical(reference) is null ? "a whole number" : null;
}
