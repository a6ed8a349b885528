using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Answers;

/// <summary>Compares answers that were read.</summary>
public static class MathEquivalence
{
    /// <summary>
    /// Whether <paramref name="answer"/> is the same as <paramref name="reference"/>, the dataset's. Both were read under
    /// <paramref name="policy"/>. A text equals itself, and the order of the two does not matter, with two exceptions: under
    /// <see cref="AnswerPolicy.RoundedFromDigits"/> only the answer may be rounded; an empty answer is wrong, while an empty
    /// reference decides nothing.
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
