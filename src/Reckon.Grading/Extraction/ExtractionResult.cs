using System.Collections.Immutable;

namespace Reckon.Grading.Extraction;

/// <summary>What was found in a text.</summary>
/// <param name="Status">Whether there is an answer.</param>
/// <param name="Text">The answer as the text writes it, without surrounding space, never empty; null when there is none.</param>
/// <param name="Rule">The name of the rule that found it, or that found it broken off; null when none did.</param>
public readonly record struct ExtractionResult(ExtractionStatus Status, string? Text, string? Rule = null)
{
    /// <summary>The answers that <see cref="Text"/> joins, in the text's order, where there are several; else default.</summary>
    public ImmutableArray<string> Parts { get; private init; }

    /// <summary>Nothing.</summary>
    public static ExtractionResult None { get; } = new(ExtractionStatus.NoAnswer, null);

    /// <summary>The text ends too early.</summary>
    public static ExtractionResult Truncated { get; } = new(ExtractionStatus.Truncated, null);

    /// <summary>The answer <paramref name="text"/> without surrounding space; none when nothing else is in it.</summary>
    public static ExtractionResult Of(ReadOnlySpan<char> text) =>
        text.IsWhiteSpace() ? None : new ExtractionResult(ExtractionStatus.Answered, text.Trim().ToString());

    /// <summary>Several answers that are one list.</summary>
    public static ExtractionResult OfSeveral(ImmutableArray<string> parts) =>
        new(ExtractionStatus.Several, string.Join(", ", parts)) { Parts = parts };
}
