using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>
/// Reads answers of one kind and compares what it read. Pure: the same arguments, the same result, on any thread; never
/// throws. It takes only what it read itself.
/// </summary>
public interface IAnswerComparer
{
    /// <summary>Reads an answer; takes any text.</summary>
    ReadAnswer Read(string text);

    /// <summary>Whether <paramref name="answer"/> is the same as <paramref name="reference"/>, the dataset's.</summary>
    Equivalence Compare(ReadAnswer reference, ReadAnswer answer);

    /// <summary>
    /// For each answer of one vote the key of its group, null for null: their own keys, unless keys alone do not decide which
    /// answers are equal.
    /// </summary>
    IReadOnlyList<string?> GroupKeys(IReadOnlyList<ReadAnswer?> answers) => [.. answers.Select(answer => answer?.Key)];

    /// <summary>What a dataset's answer must be, such as "a whole number"; null when <paramref name="reference"/> is that.</summary>
    string? ExpectedForm(string reference);
}
