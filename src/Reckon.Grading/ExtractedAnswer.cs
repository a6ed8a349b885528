using Reckon.Grading.Extraction;

namespace Reckon.Grading;

/// <summary>The answer of a solution.</summary>
/// <param name="Status">Whether there is one; the text is null when there is none.</param>
/// <param name="Text">The answer, as the solution writes it; several are separated by commas.</param>
/// <param name="Rule">The name of the rule that found it, or that found it broken off; null when none did.</param>
public sealed record ExtractedAnswer(ExtractionStatus Status, string? Text, string? Rule)
{
    /// <summary>An answer by itself, without a solution.</summary>
    public static ExtractedAnswer Given(string text) => new(ExtractionStatus.Answered, text, null);
}
