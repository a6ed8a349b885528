using Reckon.Grading.Answers;
using Reckon.Grading.Formats;

namespace Reckon.Grading.Comparison;

/// <summary>Sorts the answers of a vote into groups of equal ones.</summary>
public static class AnswerGroups
{
    /// <summary>At most this many comparisons are made in one vote. After that, answers with different keys stay apart.</summary>
    public const int MostComparisons = 2_000;

    /// <summary>
    /// For each answer the key of its group: the key of the first answer that it equals. Null stays null. Answers with
    /// the same key meet without a comparison; where keys decide, different ones are apart without one. The others are compared
    /// with the groups' first answers, in their order.
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
