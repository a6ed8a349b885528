using Reckon.Grading.Extraction;

namespace Reckon.Grading;

/// <summary>The answer of a solution.</summary>
/// <param name="Status">Whether there is one; text and key are null when there is none.</param>
/// <param name="Text">The answer, as the solution writes it; several are joined by commas.</param>
/// <param name="Key">The same for answers that count as equal, so that votes meet under it.</param>
/// <param name="Rule">The name of the rule that found it, or that found it broken off; null when none did.</param>
public sealed record ExtractedAnswer(ExtractionStatus Status, string? Text, string? Key, string? Rule);
