using Reckon.Grading.Grades;

namespace Reckon.Grading;

/// <summary>
/// Finds the answers to one problem in solutions, and compares them with its reference and with each other. The reference is
/// read once, and a text that comes again is neither read nor graded again, so that every solution of every trial can be
/// graded. The same arguments give the same result, on any thread; nothing throws.
/// </summary>
public interface IGrader
{
    /// <summary>The answer that <paramref name="solution"/> gives; its steps are joined by newlines.</summary>
    ExtractedAnswer Extract(string solution);

    /// <summary>For each answer of one vote the key under which it votes, null for none: equal answers vote under one.</summary>
    IReadOnlyList<string?> GroupKeys(IReadOnlyList<ExtractedAnswer> answers);

    /// <summary>Compares <paramref name="answer"/> with the problem's reference.</summary>
    Grade Grade(ExtractedAnswer answer);
}
