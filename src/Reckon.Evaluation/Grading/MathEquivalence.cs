namespace Reckon.Evaluation;

/// <summary>Compares answers that were read.</summary>
public static class MathEquivalence
{
    /// <summary>
    /// Whether <paramref name="answer"/> is the same as <paramref name="gold"/>, the dataset's. Symmetric, but for
    /// <see cref="AnswerPolicy.RoundedFromDigits"/>; both are to be read under <paramref name="policy"/>.
    /// </summary>
    public static Equivalence Compare(MathAnswer gold, MathAnswer answer, AnswerPolicy policy) =>
        gold.Key == answer.Key ? Equivalence.Equal : Equivalence.NotEqual;
}
