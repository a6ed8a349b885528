namespace Reckon.Evaluation;

/// <summary>What was found in a text.</summary>
/// <param name="Status">Whether there is an answer.</param>
/// <param name="Text">The answer as the text writes it, without surrounding space, never empty; null when there is none.</param>
/// <param name="Rule">The name of the rule that found it, or that found it broken off; null when none did.</param>
public readonly record struct Extraction(ExtractionStatus Status, string? Text, string? Rule = null)
{
    /// <summary>Nothing.</summary>
    public static Extraction None { get; } = new(ExtractionStatus.NoAnswerFound, null);

    /// <summary>The text ends too early.</summary>
    public static Extraction Truncated { get; } = new(ExtractionStatus.Truncated, null);

    /// <summary>The answer <paramref name="text"/> without surrounding space; none when nothing else is in it.</summary>
    public static Extraction Of(ReadOnlySpan<char> text) =>
        text.IsWhiteSpace() ? None : new Extraction(ExtractionStatus.Answered, text.Trim().ToString());
}
