using Reckon.Grading.Answers;
using Reckon.Grading.Formats;

namespace Reckon.Grading.Comparison;

/// <summary>Sorts the answers of a vote into groups of equal ones.</summary>
public static class AnswerGroups
{
    /// <summary>The most comparisons of one vote. Answers beyond it that have a key of their own stay apart.</summary>
    public const int MostComparisons = 2_000;

    /// <summary>
    /// For each answer the key of its group: the key of the first answer that it equals. Null stays null. Answers with one
    /// key meet without being compared, and keys that decide part answers without it; the rest is compared with the groups'
    /// first answers, in their order.
    /// </summary>
    public static IReadOnlyList<string?> Keys(IReadOnlyList<MathAnswer?> answers, AnswerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var firsts = new FirstAnswers(policy, MostComparisons);
        var keys = new string?[answers.Count];
        for (var index = 0; index < answers.Count; index++)
        {
            if (answers[index] is not { } answer)
            {
                continue;
            }

            if (!groups.TryGetValue(answer.Key, out var key))
            {
                key = firsts.FindOrAdd(answer).Key;
                groups.Add(answer.Key, key);
            }

            keys[index] = key;
        }

        return keys;
    }
}
