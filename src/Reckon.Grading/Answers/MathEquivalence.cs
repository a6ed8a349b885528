using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Answers;

/// <summary>Compares answers that were read.</summary>
public static class MathEquivalence
{
    /// <summary>
    /// Whether <paramref name="answer"/> is the same as <paramref name="gold"/>, the dataset's; both are to be read under
    /// <paramref name="policy"/>. Symmetric, but for <see cref="AnswerPolicy.RoundedFromDigits"/> and what is empty: an empty
    /// answer is wrong, an empty reference decides nothing. Reflexive for all else: one text has one key.
    /// </summary>
    public static Equivalence Compare(MathAnswer gold, MathAnswer answer, AnswerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(policy);
        if (gold.Key == answer.Key)
        {
            return gold.Status == AnswerStatus.NoAnswer ? Equivalence.Undecided : Equivalence.Equal;
        }

        if (gold.Value is null || answer.Value is null)
        {
            return answer.Status == AnswerStatus.NoAnswer && gold.Status == AnswerStatus.Parsed ? Equivalence.NotEqual : Equivalence.Undecided;
        }

        return new ValueComparer(new Algebra(new Effort(Limits.Steps)), policy).Compare(gold.Value, answer.Value);
    }
}
