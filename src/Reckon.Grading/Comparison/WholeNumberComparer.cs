using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>Compares whole numbers by value, whatever currency, noun or full stop is written around them.</summary>
internal sealed class WholeNumberComparer : IAnswerComparer
{
    /// <inheritdoc/>
    public ReadAnswer Read(string text) =>
        (IntegerText.Canonical(text) ?? DecoratedIntegers.Canonical(text), string.IsNullOrWhiteSpace(text)) switch
        {
            ({ } number, _) => new ReadAnswer(AnswerStatus.Parsed, number),
            (_, true) => new ReadAnswer(AnswerStatus.NoAnswer, ""),
            _ => new ReadAnswer(AnswerStatus.Unparsable, text.Trim()),
        };

    /// <inheritdoc/>
    public Equivalence Compare(ReadAnswer reference, ReadAnswer answer) =>
        reference.Status != AnswerStatus.Parsed || answer.Status != AnswerStatus.Parsed ? Equivalence.Undecided
        : reference.Key == answer.Key ? Equivalence.Equal
        : Equivalence.NotEqual;

    /// <inheritdoc/>
    public string? ExpectedForm(string reference) => Read(reference).Status == AnswerStatus.Parsed ? null : "a whole number";
}
