namespace Reckon.Evaluation;

/// <summary>The graders that there are.</summary>
public static class Graders
{
    /// <summary>The grader for answers of <paramref name="format"/>.</summary>
    /// <exception cref="ArgumentException">There is no such extraction; a dataset that was loaded has none of that kind.</exception>
    public static IGrader For(AnswerFormat format) => format.Extraction switch
    {
        AnswerFormat.HashMarks => new MarkedAnswerGrader(format.Kind),
        _ => throw new ArgumentException($"There is no extraction {Quoted.Of(format.Extraction)}.", nameof(format)),
    };
}
