namespace Reckon.Evaluation;

/// <summary>The extraction rules that there are, by name.</summary>
public static class AnswerExtractors
{
    /// <summary>The rule called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is no such rule; a dataset that was loaded names none of that kind.</exception>
    public static IAnswerExtractor Named(string name) => name switch
    {
        AnswerFormat.HashMarks => new HashMarksExtractor(),
        _ => throw new ArgumentException($"There is no extraction {Quoted.Of(name)}.", nameof(name)),
    };
}
