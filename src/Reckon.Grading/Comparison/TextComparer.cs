using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>Compares two whole numbers by value, and all else by its exact text without surrounding space.</summary>
internal sealed class TextComparer : IAnswerComparer
{
    /// <inheritdoc/>
    public string Key(string answer) => IntegerText.Canonical(answer) ?? answer.Trim();

    /// <inheritdoc/>
    public Grade Compare(string reference, string answer) => new(Key(answer) == Key(reference), GradeStatus.Graded);

    /// <inheritdoc/>
    public string? Misses(string reference) => null;
}
