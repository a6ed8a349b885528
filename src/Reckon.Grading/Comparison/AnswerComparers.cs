using Reckon.Grading.Formats;

namespace Reckon.Grading.Comparison;

/// <summary>The comparisons that there are, one for each kind of answer.</summary>
public static class AnswerComparers
{
    /// <summary>The comparison for answers of <paramref name="format"/>.</summary>
    public static IAnswerComparer For(AnswerFormat format) => format.Kind switch
    {
        AnswerKind.WholeNumber => new WholeNumberComparer(),
        AnswerKind.Text => new TextComparer(),
        AnswerKind.Mathematics => new MathematicsComparer(format.Policy),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format.Kind, "There is no such kind of answer."),
    };
}
