using System.Collections.Immutable;

namespace Reckon.Grading.Extraction;

/// <summary>The extraction rules that there are, by name.</summary>
public static class AnswerExtractors
{
    /// <summary>The last box: <c>\boxed{…}</c>.</summary>
    public const string Boxed = "boxed";

    /// <summary>What follows the last "answer is".</summary>
    public const string FinalAnswer = "final-answer";

    /// <summary>The last box, thoughts included; tried also where the text is cut inside of an answer.</summary>
    public const string BoxedAnywhere = "boxed-anywhere";

    /// <summary>What follows the last "answer is", thoughts included; tried also where the text is cut inside of an answer.</summary>
    public const string FinalAnswerAnywhere = "final-answer-anywhere";

    /// <summary>What follows the last <c>####</c>.</summary>
    public const string HashMarks = "####";

    /// <summary>The last number.</summary>
    public const string LastNumber = "last-number";

    /// <summary>The names of all rules.</summary>
    public static ImmutableArray<string> Names { get; } = [Boxed, FinalAnswer, HashMarks, LastNumber, BoxedAnywhere, FinalAnswerAnywhere];

    /// <summary>The rule called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is no such rule; a dataset that was loaded names only rules that there are.</exception>
    public static IAnswerExtractor Named(string name) => name switch
    {
        Boxed => new BoxedExtractor(),
        BoxedAnywhere => new AnywhereExtractor(new BoxedExtractor()),
        FinalAnswer => new FinalAnswerExtractor(),
        FinalAnswerAnywhere => new AnywhereExtractor(new FinalAnswerExtractor()),
        HashMarks => new HashMarksExtractor(),
        LastNumber => new LastNumberExtractor(),
        _ => throw new ArgumentException($"There is no extraction rule '{name}'.", nameof(name)),
    };
}
