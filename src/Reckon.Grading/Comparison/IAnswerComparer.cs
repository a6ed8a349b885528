using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>Compares answers of one kind. Pure: the same arguments, the same result, on any thread; never throws.</summary>
public interface IAnswerComparer
{
    /// <summary>The same for answers that count as equal, so that votes meet under it.</summary>
    string Key(string answer);

    /// <summary>
    /// For each answer of one vote the key of its group, null for null: their keys, unless keys alone do not decide which
    /// answers are equal.
    /// </summary>
    IReadOnlyList<string?> GroupKeys(IReadOnlyList<string?> answers) => [.. answers.Select(answer => answer is null ? null : Key(answer))];

    /// <summary>Compares <paramref name="answer"/>, which is not blank, with <paramref name="reference"/>, the dataset's.</summary>
    Grade Compare(string reference, string answer);

    /// <summary>What a dataset's answer must be, such as "a whole number"; null when <paramref name="reference"/> is that.</summary>
    string? Misses(string reference);
}
