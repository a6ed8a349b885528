namespace Reckon.Evaluation;

/// <summary>Compares answers that were read.</summary>
public static class MathEquivalence
{
    /// <summary>
    /// Whether <paramref name="answer"/> is the same as <paramref name="gold"/>, the dataset's. Symmetric, but for
    /// <see cref="AnswerPolicy.RoundedFromDigits"/>; both are to be read under <paramref name="policy"/>.
    /// </summary>
    public static Equivalence Compare(MathAnswer gold, MathAnswer answer, AnswerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(policy);
        if (gold.Key == answer.Key || gold.Spelling == answer.Spelling)
        {
            return gold.Status == AnswerStatus.Empty ? Equivalence.Undecided : Equivalence.Equal;
        }

        if (gold.Value is null || answer.Value is null)
        {
            return answer.Status == AnswerStatus.Empty && gold.Status == AnswerStatus.Parsed ? Equivalence.NotEqual : Equivalence.Undecided;
        }

        return new ValueComparer(new Algebra(new Effort(Limits.Steps)), policy).Compare(gold.Value, answer.Value);
    }
}
