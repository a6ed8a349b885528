using System.Numerics;

namespace Reckon.Evaluation;

/// <summary>Sorts the answers of a vote into groups of equal ones.</summary>
public static class AnswerGroups
{
    /// <summary>The most comparisons of one vote. Answers beyond it that have a key of their own stay apart.</summary>
    public const int MostComparisons = 2_000;

    private const double RoundingError = 1e-7;

    /// <summary>
    /// For each answer the key of its group: the key of the first answer that it equals. Null stays null. Answers with one
    /// key meet without being compared, and keys that decide part answers without it; the rest is compared with the groups'
    /// first answers, in their order.
    /// </summary>
    public static IReadOnlyList<string?> Keys(IReadOnlyList<MathAnswer?> answers, AnswerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var firsts = new List<(MathAnswer Answer, Complex Value)>();
        var left = MostComparisons;
        var keys = new string?[answers.Count];
        for (var index = 0; index < answers.Count; index++)
        {
            if (answers[index] is not { } answer)
            {
                continue;
            }

            if (!groups.TryGetValue(answer.Key, out var key))
            {
                var value = Value(answer);
                key = First(firsts, answer, value, policy, ref left)?.Key ?? answer.Key;
                groups.Add(answer.Key, key);
                if (ReferenceEquals(key, answer.Key))
                {
                    firsts.Add((answer, value));
                }
            }

            keys[index] = key;
        }

        return keys;
    }

    private static MathAnswer? First(List<(MathAnswer Answer, Complex Value)> firsts, MathAnswer answer, Complex value, AnswerPolicy policy, ref int left)
    {
        foreach (var (first, its) in firsts)
        {
            if (AreApart(first, answer, policy) || (policy.RoundedFromDigits is null && AreFar(its, value)))
            {
                continue;
            }

            if (left-- <= 0)
            {
                return null;
            }

            if (MathEquivalence.Compare(first, answer, policy) == Equivalence.Equal)
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>Whether two answers are known to differ without comparing them.</summary>
    private static bool AreApart(MathAnswer left, MathAnswer right, AnswerPolicy policy) =>
        left.Value is { } mine && right.Value is { } its
        && (!ValueComparer.AreComparable(mine, its)
            || (policy.RoundedFromDigits is null && mine.IsDecided && its.IsDecided && mine.GetType() == its.GetType() && mine.BareKey != its.BareKey));

    /// <summary>An expression's value at one point; not a number for anything else.</summary>
    private static Complex Value(MathAnswer answer) =>
        answer.Value is AnswerValue.Scalar scalar ? Evaluation.AtPoint(scalar.Value, 0) : new Complex(double.NaN, 0);

    /// <summary>Whether values are so far apart that no rounding explains it.</summary>
    private static bool AreFar(Complex left, Complex right) =>
        Complex.IsFinite(left) && Complex.IsFinite(right)
        && Complex.Abs(left - right) > RoundingError + (RoundingError * Math.Max(Complex.Abs(left), Complex.Abs(right)));
}
