using Reckon.Grading.Grades;

namespace Reckon.Grading;

/// <summary>Finds answers in solutions and compares them. Pure: the same arguments, the same result, on any thread; never throws.</summary>
public interface IGrader
{
    /// <summary>The answer that <paramref name="solution"/> gives; its steps are joined by newlines.</summary>
    ExtractedAnswer Extract(string solution);

    /// <summary>For each answer of one vote the key under which it votes, null for none: equal answers vote under one.</summary>
    IReadOnlyList<string?> GroupKeys(IReadOnlyList<ExtractedAnswer> answers);

    /// <summary>
    /// Compares <paramref name="answer"/>, the text of an extracted answer or null for none, with
    /// <paramref name="reference"/>, the dataset's. Answers with the same key get the same grade.
    /// </summary>
    Grade Grade(string reference, string? answer);
}
