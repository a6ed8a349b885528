using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>Compares two whole numbers by value, and all else by its exact text without surrounding space.</summary>
internal sealed class TextComparer : IAnswerComparer
{
    /// <inheritdoc/>
    public ReadAnswer Read(string text) => new(
        string.IsNullOrWhiteSpace(text) ? AnswerStatus.NoAnswer : AnswerStatus.Parsed, IntegerText.Canonical(text) ?? text.Trim());

    /// <inheritdoc/>
    public Equivalence Compare(ReadAnswer reference, ReadAnswer answer) =>
        reference.Key == answer.Key ? Equivalence.Equal : Equivalence.NotEqual;

    /// <inheritdoc/>
    public string? ExpectedForm(string reference) => null;
}
