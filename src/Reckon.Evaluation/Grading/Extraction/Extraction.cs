namespace Reckon.Evaluation;

/// <summary>What a rule found in a text.</summary>
/// <param name="Status">Whether there is an answer.</param>
/// <param name="Text">The answer as the text writes it, without surrounding space, never empty; null when there is none.</param>
public readonly record struct Extraction(ExtractionStatus Status, string? Text)
{
    /// <summary>Nothing.</summary>
    public static Extraction None { get; } = new(ExtractionStatus.NoAnswerFound, null);

    /// <summary>The answer <paramref name="text"/> without surrounding space; none when nothing else is in it.</summary>
    public static Extraction Of(ReadOnlySpan<char> text) =>
        text.IsWhiteSpace() ? None : new Extraction(ExtractionStatus.Answered, text.Trim().ToString());
}
