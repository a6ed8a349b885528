namespace Reckon.Evaluation;

/// <summary>The comparisons that there are, one for each kind of answer.</summary>
public static class AnswerComparers
{
    /// <summary>The comparison for answers of <paramref name="kind"/>.</summary>
    public static IAnswerComparer For(AnswerKind kind) => kind switch
    {
        AnswerKind.WholeNumber => new WholeNumberComparer(),
        AnswerKind.Text => new TextComparer(),
        AnswerKind.Mathematics => new MathematicsComparer(AnswerPolicy.Default),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of answer."),
    };
}
