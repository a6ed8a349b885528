namespace Reckon.Evaluation;

/// <summary>The answer of a solution.</summary>
/// <param name="Status">Whether there is one; the others are null when there is none.</param>
/// <param name="Text">The answer, as the solution writes it.</param>
/// <param name="Key">The same for answers that count as equal, so that votes meet under it.</param>
public sealed record ExtractedAnswer(ExtractionStatus Status, string? Text, string? Key);
