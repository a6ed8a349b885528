namespace Reckon.Grading.Grades;

/// <summary>An answer as it was read. Immutable, and safe on any thread.</summary>
/// <param name="status">Whether it was read.</param>
/// <param name="key">Answers with the same key are equal.</param>
public class ReadAnswer(AnswerStatus status, string key)
{
    /// <summary>Whether it was read.</summary>
    public AnswerStatus Status { get; } = status;

    /// <summary>
    /// The answer's canonical form. Answers with the same key are equal; equal answers have the same key wherever the
    /// canonical form decides. What was not read has the key of its spelling; an empty answer an empty one.
    /// </summary>
    public string Key { get; } = key;
}
