using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Answers;

/// <summary>Compares answers that were read.</summary>
public static class MathEquivalence
{
    /// <summary>
    /// Whether <paramref name="answer"/> is the same as <paramref name="reference"/>, the dataset's; both are to be read under
    /// <paramref name="policy"/>. Symmetric, but for <see cref="AnswerPolicy.RoundedFromDigits"/> and what is empty: an empty
    /// answer is wrong, an empty reference decides nothing. Reflexive for all else: one text has one key.
    /// </summary>
    public static Equivalence Compare(MathAnswer reference, MathAnswer answer, AnswerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(policy);
        if (reference.Key == answer.Key)
        {
            return reference.Status == AnswerStatus.NoAnswer ? Equivalence.Undecided : Equivalence.Equal;
        }

        if (reference.Value is null || answer.Value is null)
        {
            return answer.Status == AnswerStatus.NoAnswer && reference.Status == AnswerStatus.Parsed ? Equivalence.NotEqual : Equivalence.Undecided;
        }

        return new ValueComparer(new Algebra(new Effort(SizeLimits.Steps)), policy).Compare(reference.Value, answer.Value);
    }
}
