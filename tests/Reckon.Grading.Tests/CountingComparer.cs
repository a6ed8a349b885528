using Reckon.Grading.Comparison;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests;

/// <summary>Compares texts as they are, and counts.</summary>
internal sealed class CountingComparer : IAnswerComparer
{
    public int Readings { get; private set; }

    public int Comparisons { get; private set; }

    public ReadAnswer Read(string text)
    {
        Readings++;
        return new ReadAnswer(AnswerStatus.Parsed, text);
    }

    public Equivalence Compare(ReadAnswer reference, ReadAnswer answer)
    {
        Comparisons++;
        return reference.Key == answer.Key ? Equivalence.Equal : Equivalence.NotEqual;
    }

    public string? ExpectedForm(string reference) => null;
}
